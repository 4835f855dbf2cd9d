import { expect, test } from 'vitest'
import type { TechnicalView } from '../../../shared/api.ts'
import { technicalState } from '../../../shared/select/technical.ts'

const hour = 60 * 60 * 1000
const now = 1_800_000_000_000
const well: TechnicalView = {
  now,
  startedAt: now - hour,
  net: { lostPeople: 1, lostSockets: 4, windowMs: 600_000, url: 'http://192.168.1.5:4321', reachable: true },
  disk: { writable: true, state: 'enough', freeBytes: 1e10, databaseBytes: 1e6, lastCommitAt: now, damaged: 0 },
  people: { facilitators: 2, editors: 40, commenters: 3, displays: 1, sockets: 180 },
  backup: { at: now - hour, file: 'samtavle-tirsdag' },
  errors: [{ code: 'notSignedIn', count: 3, lastAt: now }],
}
const levels = (change: Partial<TechnicalView>) =>
  Object.fromEntries(
    Object.entries(technicalState({ ...well, ...change })).map(([part, { level, reason }]) => [part, [level, reason]]),
  )

test('[AC97] when all is well nobody has to do anything', () => {
  expect(levels({})).toEqual({
    net: ['well', 'well'],
    disk: ['well', 'well'],
    backup: ['well', 'fresh'],
    errors: ['well', 'none'],
  })
})

test.each([
  [{ net: { ...well.net, lostPeople: 5 } }, 'net', 'look', 'someLost'],
  [{ net: { ...well.net, lostPeople: 20 } }, 'net', 'wrong', 'manyLost'],
  [{ net: { ...well.net, reachable: false } }, 'net', 'wrong', 'unreachable'],
  [{ disk: { ...well.disk, state: 'low' } }, 'disk', 'look', 'low'],
  [{ disk: { ...well.disk, damaged: 1 } }, 'disk', 'look', 'damaged'],
  [{ disk: { ...well.disk, writable: false } }, 'disk', 'wrong', 'notWritable'],
  [{ disk: { ...well.disk, writable: false, state: 'full' } }, 'disk', 'wrong', 'full'],
  [{ backup: null }, 'backup', 'look', 'none'],
  [{ backup: null, startedAt: now - 25 * hour }, 'backup', 'wrong', 'none'],
  [{ backup: { at: now - 25 * hour, file: '' } }, 'backup', 'look', 'old'],
  [{ backup: { at: now - 200 * hour, file: '' } }, 'backup', 'wrong', 'veryOld'],
  [{ errors: [{ code: 'tooFast', count: 1, lastAt: now }] }, 'errors', 'look', 'some'],
  [{ errors: [{ code: 'storeFailed', count: 1, lastAt: now }] }, 'errors', 'wrong', 'ours'],
] as [Partial<TechnicalView>, string, string, string][])('[AC97] %j', (change, part, level, reason) => {
  expect(levels(change)).toEqual({ ...levels({}), [part]: [level, reason] })
})
