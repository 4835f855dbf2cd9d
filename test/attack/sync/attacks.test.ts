import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endure, type Attack } from '../attack.ts'
import { Ground } from '../ground.ts'
import { frameAttacks } from './frame-attacks.ts'
import { messageAttacks } from './message-attacks.ts'
import { forged, misplaced, named, odd, withheld } from './odd-updates.ts'
import { presenceAttacks } from './presence-attacks.ts'
import { readerAttacks } from './reader-attacks.ts'
import { updateAttacks } from './update-attacks.ts'

let ground: Ground
let heapBefore = 0
beforeAll(async () => {
  ground = await Ground.open()
  heapBefore = await ground.heapMb()
}, 30_000)
afterAll(() => ground.close())

/** Each list with the rule of SPEC.md that it shows. */
const lists: [string, readonly Attack[]][] = [
  ['[SY41]', frameAttacks],
  ['[SY42]', messageAttacks],
  ['[SY43]', updateAttacks],
  ['[SY4] [SY44]', withheld],
  ['[SY45]', forged],
  ['[SY46]', named],
  ['[SY46]', odd],
  ['[SY49]', misplaced],
  ['[SY47]', presenceAttacks],
  ['[SY8] [SY48]', readerAttacks],
]
describe.concurrent('a few at once, each on a board of its own', () => {
  for (const [rule, attacks] of lists) {
    for (const attack of attacks) test(`${rule} ${attack.name}: ${attack.expect}`, () => endure(ground, attack))
  }
})

test('[SY41] memory', { timeout: 20_000 }, async () => {
  const after = await ground.heapMb()
  process.stdout.write(`${heapBefore} ${after}\n`)
  expect(after).toBeLessThan(heapBefore * 1.2)
})
