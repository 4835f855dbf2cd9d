import { afterAll, beforeAll, expect, test } from 'vitest'
import { SeededRandom } from '../../sim/random.ts'
import { frameOf, type Attacker } from '../attacker.ts'
import { Ground } from '../ground.ts'
import { underGuard } from '../guard.ts'
import { roomsOnDisk } from '../../server/sync/rooms-on-disk.ts'
import { mutate } from './fuzz/mutate.ts'
import { recordTraffic } from './fuzz/recorded-traffic.ts'

/** On real sockets each costs fifty times what it does without: so a fiftieth of them. */
const inputs = Number(process.env['SAMTAVLE_TEST_FUZZ'] ?? 80_000) / 50
const seed = Number(process.env['SAMTAVLE_TEST_SEED'] ?? 1)
const atOnce = 6

const disk = roomsOnDisk()
let ground: Ground
beforeAll(async () => {
  ground = await Ground.open()
}, 30_000)
afterAll(() => ground.close())

test(
  `[SY53] ${inputs} fuzzed frames on real sockets, to a real process, seed ${seed}`,
  { timeout: 30_000 + inputs * 50 },
  async () => {
    const random = new SeededRandom(seed)
    const recorded = await recordTraffic(disk.rooms(), random)
    const frame = (): Buffer => frameOf(random.pick(recorded) ?? new Uint8Array())
    const plot = await ground.plot()
    const tokens = await Promise.all(Array.from({ length: 20 }, async () => (await ground.join(plot.code)).token))
    const ends = new Set<string>()
    await underGuard(ground, plot, { mayWrite: true, mayDelete: true }, async () => {
      const come = (): Promise<Attacker> => ground.attacker(plot.documentId, random.pick(tokens) ?? '').join()
      const slots = await Promise.all(Array.from({ length: atOnce }, come))
      for (let sent = 0; sent < inputs; sent += 1) {
        const at = random.whole(0, atOnce - 1)
        let attacker = slots[at]
        if (!attacker || attacker.closed !== null) slots[at] = attacker = await come()
        attacker.raw(mutate(frame(), random, frame()))
        // What is told as longer than it is would swallow all that follows.
        if (random.chance(0.3)) attacker.leave()
        if (attacker.closed !== null) ends.add(attacker.closed)
      }
      for (const attacker of slots) attacker.leave()
    })
    expect([...ends].filter((end) => /internal|^HTTP|^1011/.test(end))).toEqual([])
  },
)
