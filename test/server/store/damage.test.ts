import { expect, test } from 'vitest'
import type { Damage, StoredDocument } from '../../../server/store/store.ts'
import { breakPage, change, decode, encode, flipBit, setAside, writtenFolder } from './damaged-folder.ts'
import { openInTest } from './open-in-test.ts'

type Expected = { base: string; tail: number[]; damage: Partial<Damage>[] }

function seen(stored: StoredDocument | null): string {
  return `${decode(stored?.snapshot)} + ${(stored?.tail ?? []).map(({ sequence }) => sequence).join(' ')}`
}

const spoil = (sequence: number) =>
  `UPDATE snapshots SET bytes = CAST('spoilt' AS BLOB) WHERE document_id = 'team:a' AND sequence = ${sequence}`
const spoilRow = (sequence: number) =>
  `UPDATE log SET bytes = CAST('spoilt' AS BLOB) WHERE document_id = 'team:a' AND sequence = ${sequence}`
const remove = (from: number, to: number) =>
  `DELETE FROM log WHERE document_id = 'team:a' AND sequence BETWEEN ${from} AND ${to}`

const row = (sequence: number): Damage => ({
  part: 'log',
  sequence,
  through: sequence,
  at: sequence * 10,
  sessionId: 's',
})
const gone = (sequence: number, through = sequence): Damage => ({
  part: 'log',
  sequence,
  through,
  at: null,
  sessionId: null,
})
const snapshot = (sequence: number) => ({ part: 'snapshot' as const, sequence, through: sequence, sessionId: null })

const damages: [string, (folder: string) => void, Expected][] = [
  [
    'a flipped bit in a row',
    (folder) => flipBit(folder, 'team:a row 5'),
    { base: 'team:a until 4', tail: [6], damage: [row(5)] },
  ],
  [
    'a flipped bit in the newest snapshot: the one before and the rows after it have everything',
    (folder) => flipBit(folder, 'team:a until 4'),
    { base: 'team:a until 2', tail: [3, 4, 5, 6], damage: [snapshot(4)] },
  ],
  [
    'the newest snapshot and a row that only it had: a version takes its place',
    (folder) => change(folder, spoil(4), spoilRow(3)),
    { base: 'team:a version of 3', tail: [4, 5, 6], damage: [snapshot(4)] },
  ],
  [
    'the newest snapshot and a row that no version has either',
    (folder) => change(folder, spoil(4), spoilRow(4)),
    { base: 'team:a until 2', tail: [3, 5, 6], damage: [snapshot(4), row(4)] },
  ],
  [
    'both snapshots: the newest version',
    (folder) => change(folder, spoil(2), spoil(4)),
    { base: 'team:a version of 3', tail: [4, 5, 6], damage: [snapshot(4), snapshot(2)] },
  ],
  [
    'both snapshots and the version: the rows alone',
    (folder) => change(folder, spoil(2), spoil(4), 'UPDATE versions SET checksum = 0', remove(1, 2)),
    { base: '\0\0', tail: [3, 4, 5, 6], damage: [snapshot(4), snapshot(2), gone(1, 2)] },
  ],
  [
    'a row that is gone',
    (folder) => change(folder, remove(5, 5)),
    { base: 'team:a until 4', tail: [6], damage: [gone(5)] },
  ],
  [
    'the last rows gone',
    (folder) => change(folder, remove(5, 6)),
    { base: 'team:a until 4', tail: [], damage: [gone(5, 6)] },
  ],
  [
    'the row of another document in its place',
    (folder) =>
      change(
        folder,
        `UPDATE log SET (bytes, checksum) = (SELECT bytes, checksum FROM log WHERE document_id = 'team:b' AND sequence = 5)
         WHERE document_id = 'team:a' AND sequence = 5`,
      ),
    { base: 'team:a until 4', tail: [6], damage: [row(5)] },
  ],
  [
    'a document that says too low a number',
    (folder) => change(folder, `UPDATE documents SET last_sequence = 4 WHERE id = 'team:a'`),
    { base: 'team:a until 4', tail: [5, 6], damage: [{ part: 'head', sequence: 4 }] },
  ],
]

test.each(damages)('[ST13] %s; the rest is read, and so is every other document', async (_, damage, expected) => {
  const folder = await writtenFolder()
  damage(folder)
  const { store } = await openInTest(folder)
  const stored = await store.open('team:a')
  expect(seen(stored)).toBe(`${expected.base} + ${expected.tail.join(' ')}`)
  expect(stored?.damage).toMatchObject(expected.damage)
  expect(stored?.damage).toHaveLength(expected.damage.length)
  expect(stored?.lastSequence).toBe(6)
  expect(seen(await store.open('team:b'))).toBe('team:b until 4 + 5 6')

  // Once more: what is missing is told again, what was found by another way is forgotten.
  const again = await store.open('team:a')
  expect(seen(again)).toBe(seen(stored))
  const lost = expected.damage.filter(({ part }) => part === 'log')
  expect(again?.damage.filter(({ part }) => part === 'log')).toEqual(lost)

  // It is written on, and whole again as soon as a snapshot is past what is missing.
  expect(await store.append({ documentId: 'team:a', epoch: 'e', update: encode('more'), sessionId: null, at: 1 })).toBe(
    7,
  )
  await store.putSnapshot('team:a', 'e', 7, encode('team:a until 7'))
  expect(await store.open('team:a')).toMatchObject({ damage: [], tail: [], snapshotSequence: 7 })
})

test('[ST21] what is damaged lies aside as it was found, and is told again after a restart', async () => {
  const folder = await writtenFolder()
  change(folder, spoil(4), spoilRow(5))
  const first = await openInTest(folder)
  const stored = await first.store.open('team:a')
  await first.store.open('team:a')
  await first.close()
  expect(setAside(folder)).toEqual(['snapshot 4 spoilt', 'log 5 spoilt'])
  const { store } = await openInTest(folder)
  expect(await store.open('team:a')).toEqual({ ...stored, damage: [row(5)] })
})

test('[ST21] a document that is damaged is opened also while nothing can be written', async () => {
  const folder = await writtenFolder()
  change(folder, spoilRow(5), `CREATE TRIGGER full BEFORE INSERT ON damaged BEGIN SELECT RAISE(ROLLBACK, 'full'); END`)
  const { store } = await openInTest(folder)
  expect((await store.open('team:a'))?.damage).toEqual([row(5)])
  expect((await store.open('team:a'))?.damage).toEqual([row(5)])
})

test('[ST13] with nothing left to read, opening rejects and nothing is moved', async () => {
  const folder = await writtenFolder()
  change(folder, spoil(2), spoil(4), 'DELETE FROM versions', remove(2, 6), spoilRow(1))
  const { store, close } = await openInTest(folder)
  const rejected = { code: 'storeFailed', details: { documentId: 'team:a', part: 'snapshot', sequence: 4 } }
  await expect(store.open('team:a')).rejects.toMatchObject(rejected)
  await expect(store.open('team:a')).rejects.toMatchObject(rejected)
  expect(seen(await store.open('team:b'))).toBe('team:b until 4 + 5 6')
  await close()
  expect(setAside(folder)).toEqual([])
})

test('[ST13] a document whose own row is lost is not taken for none', async () => {
  const folder = await writtenFolder()
  change(folder, 'PRAGMA foreign_keys = OFF', `DELETE FROM documents WHERE id = 'team:a'`)
  const { store } = await openInTest(folder)
  await expect(store.open('team:a')).rejects.toMatchObject({ code: 'storeFailed', details: { part: 'head' } })
  expect(await store.open('team:c')).toBeNull()
})

test('[ST18] a damaged state vector is left out, and nothing else', async () => {
  const folder = await writtenFolder()
  change(folder, `UPDATE snapshots SET state_vector = CAST('victor' AS BLOB) WHERE document_id = 'team:a'`)
  const { store } = await openInTest(folder)
  expect(await store.open('team:a')).toMatchObject({ stateVector: null, damage: [], snapshotSequence: 4 })
  expect((await store.open('team:b'))?.stateVector).toEqual(encode('vector'))
})

test('[ST13] a page that leads nowhere costs only what is on it', async () => {
  const folder = await writtenFolder()
  const before = await openInTest(folder)
  const long = `${'long '.repeat(1_500)} the middle ${'long '.repeat(1_500)}`
  const append = (update: string) =>
    before.store.append({ documentId: 'team:a', epoch: 'e', update: encode(update), sessionId: null, at: 1 })
  await append(long)
  await append('row 8')
  await before.close()
  breakPage(folder, 'the middle')
  const { store } = await openInTest(folder)
  const stored = await store.open('team:a')
  expect(seen(stored)).toBe('team:a until 4 + 5 6 8')
  expect(stored?.damage).toEqual([gone(7)])
  expect(seen(await store.open('team:b'))).toBe('team:b until 4 + 5 6')
})

test('[ST23] a damaged version is refused, the others are read', async () => {
  const folder = await writtenFolder()
  const before = await openInTest(folder)
  const version = { epoch: 'e', kind: 'named', name: 'N', personId: null, at: 40, sequence: 4 } as const
  const id = await before.store.saveVersion('team:a', { ...version, state: encode('whole') })
  await before.close()
  change(folder, `UPDATE versions SET checksum = 0 WHERE id = ${id}`)
  const { store } = await openInTest(folder)
  await expect(store.readVersion(id)).rejects.toMatchObject({ code: 'storeFailed', details: { part: 'version' } })
  const other = (await store.versions('team:a')).find((each) => each.id !== id)
  expect(decode((await store.readVersion(other?.id ?? 0))?.state)).toBe('team:a version of 3')
})
