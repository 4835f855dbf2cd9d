import { inspect } from 'node:util'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '../../../../server/clock.ts'
import { serverLimits } from '../../../../server/limits.ts'
import { Rooms } from '../../../../server/sync/rooms.ts'
import { noMetrics } from '../../../server/no-metrics.ts'
import { gatedStore } from '../../../server/sync/gated-store.ts'
import { settle } from '../../../server/sync/rooms-on-disk.ts'
import { TestClient, who } from '../../../server/sync/test-client.ts'
import { SeededRandom } from '../../../sim/random.ts'
import { frameOf } from '../../attacker.ts'
import { change } from '../bytes.ts'
import { FuzzSession } from './fuzz-session.ts'
import { makeMessage } from './make-message.ts'
import { makeUpdate, type Known } from './make-update.ts'
import { mutate } from './mutate.ts'
import { recordTraffic } from './recorded-traffic.ts'

export type FuzzKind = 'frames' | 'messages' | 'updates'

/** Inputs between two edits of the canary. */
const perRound = 800
const sessions = 8
/** How a session may end by what it sent: any other way is a fault of ours. */
const mayEnd = new Set([
  ...['malformed', 'tooDeep', 'tooFast', 'notAllowed', 'frameTooLarge', 'protocolTooOld', 'epochChanged'],
  ...['text', 'no frame', 'closed', 'left'],
])

/**
 * So many inputs of a kind, against one board of real rooms on a real disk. After each round somebody else's edit must be on
 * disk; at the end everybody, the disk and a newcomer have the same. Resolves to how many ended their session and how.
 */
export async function fuzzBoard(kind: FuzzKind, seed: number, inputs: number): Promise<Map<string, number>> {
  const random = new SeededRandom(seed)
  const gate = await gatedStore()
  const faults: unknown[] = []
  const log = { info: () => undefined, warn: () => undefined, error: (...said: unknown[]) => void faults.push(said) }
  // A beat that hardly waits: each culprit costs one.
  const limits = { ...serverLimits, commitEveryMs: 1 }
  const deps = { store: gate.store, clock: systemClock, limits, log, metrics: noMetrics }
  const rooms = new Rooms(deps, 3)
  const recorded = await recordTraffic(rooms, random)
  const canary = await new TestClient(rooms, { who: who('Kanari') }).join()
  canary.doc.clientID = 10
  // From its first edit on the id is its own.
  await writeOn(canary, 0)
  const ends = new Map<string, number>()
  const slots = await Promise.all(Array.from({ length: sessions }, () => FuzzSession.open(rooms)))
  let round: Uint8Array[] = []
  const tell = (): void => {
    const from = `SAMTAVLE_TEST_SEED=${Math.floor(seed / 1_000)}, board ${seed % 1_000}`
    process.stderr.write(`fuzz of ${kind}, ${from}, the round was\n${hex(round)}\n`)
  }
  process.once('uncaughtExceptionMonitor', tell)
  try {
    for (let sent = 0; sent < inputs; ) {
      round = []
      const known: Known = [...Y.decodeStateVector(Y.encodeStateVector(canary.doc))]
      for (let left = Math.min(perRound, inputs - sent); left > 0; left -= 1, sent += 1) {
        const at = random.whole(0, sessions - 1)
        let session = slots[at]
        if (!session || session.ended !== null) {
          if (session) ends.set(session.ended ?? '', 1 + (ends.get(session.ended ?? '') ?? 0))
          slots[at] = session = await FuzzSession.open(rooms)
        }
        const input = makeInput(kind, random, known, recorded)
        round.push(input)
        if (kind === 'frames') session.raw(input)
        else session.say(input)
      }
      await writeOn(canary, sent)
    }
    expect(faults).toEqual([])
    for (const session of slots) session.leave()
    expect([...ends.keys()].filter((code) => !mayEnd.has(code))).toEqual([])
    await allEqual(rooms, gate.store, canary)
    return ends
  } catch (error) {
    tell()
    for (const said of faults) process.stderr.write(`FAULT ${inspect(said, { depth: 5 })}\n`)
    throw error
  } finally {
    process.removeListener('uncaughtExceptionMonitor', tell)
    await rooms.stop()
    await gate.remove()
  }
}

/** Somebody else's edit: on disk within a second, whatever is going on. */
async function writeOn(canary: TestClient, n: number): Promise<void> {
  const from = performance.now()
  canary.doc.getMap('kanari').set(String(n), n)
  canary.marker(n)
  while (canary.seen.acks.at(-1) !== n) {
    expect(canary.seen.closed).toBeNull()
    expect(performance.now() - from, 'how long the canary waits').toBeLessThan(1_000)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

async function allEqual(
  rooms: Rooms,
  store: Awaited<ReturnType<typeof gatedStore>>['store'],
  canary: TestClient,
): Promise<void> {
  await rooms.change('team:a', () => undefined)
  const newcomer = await new TestClient(rooms, { who: who('Ny') }).join()
  const stored = await store.open('team:a')
  expect(stored?.damage).toEqual([])
  const onDisk = new Y.Doc()
  for (const update of [stored?.snapshot, ...(stored?.tail ?? []).map((row) => row.update)]) {
    if (update) Y.applyUpdate(onDisk, update)
  }
  await settle(() => expect(Y.equalSnapshots(Y.snapshot(canary.doc), Y.snapshot(newcomer.doc))).toBe(true))
  expect(Y.equalSnapshots(Y.snapshot(onDisk), Y.snapshot(newcomer.doc))).toBe(true)
  const order = orderIn(newcomer.doc)
  expect([orderIn(canary.doc), orderIn(onDisk)]).toEqual([order, order])
}

/** What stands where in each root: the items of lists in their order, and each key's value. */
function orderIn(doc: Y.Doc): string[] {
  return [...doc.share]
    .map(([name, { _start, _map }]) => {
      const ids: string[] = []
      for (let item = _start; item; item = item.right) {
        if (item.deleted) continue
        for (let at = 0; at < item.length; at += 1) ids.push(`${item.id.client}.${item.id.clock + at}`)
      }
      const values = [..._map].filter(([, item]) => !item.deleted)
      return `${name}: ${ids.join()} ${values
        .map(([key, { id }]) => `${key} ${id.client}.${id.clock}`)
        .toSorted()
        .join()}`
    })
    .filter((line) => !line.endsWith(':  '))
    .toSorted()
}

function makeInput(kind: FuzzKind, random: SeededRandom, known: Known, recorded: readonly Uint8Array[]): Uint8Array {
  const heard = (): Uint8Array => random.pick(recorded) ?? new Uint8Array()
  if (kind === 'frames') {
    const frames = Buffer.concat(Array.from({ length: random.whole(1, 3) }, () => frameOf(heard())))
    return mutate(frames, random, frameOf(heard()))
  }
  if (kind === 'messages') {
    const whole = random.chance(0.5) ? heard() : makeMessage(random, known)
    return random.chance(0.6) ? mutate(whole, random, heard()) : whole
  }
  const update = makeUpdate(random, known)
  return change(random.chance(0.25) ? mutate(update, random, makeUpdate(random, known)) : update)
}

function hex(inputs: readonly Uint8Array[]): string {
  return inputs.map((input) => Buffer.from(input).toString('hex')).join('\n')
}
