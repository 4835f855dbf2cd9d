import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endure, endureAtTheDoor, type Attack } from '../attack.ts'
import { Ground, type Plot } from '../ground.ts'
import { Guard } from '../guard.ts'
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
}, 30_000)
afterAll(() => ground.close())

/** Whether it may leave something on the board. */
const writes = ({ mayWrite, expect: expected }: Attack): boolean => mayWrite ?? expected.includes('taken')

/** Each list with the rule of SPEC.md that it shows. */
type List = [rule: string, attacks: readonly Attack[]]

const atTheDoor: List[] = [
  ['[SY41]', frameAttacks],
  ['[SY42]', messageAttacks],
  ['[SY43]', updateAttacks],
  ['[SY47]', presenceAttacks],
  ['[SY8] [SY48]', readerAttacks],
]

describe.each(atTheDoor)('%s nothing of it reaches the board', (rule, attacks) => {
  let plot: Plot
  let guard: Guard
  beforeAll(async () => {
    plot = await ground.plot()
    guard = await Guard.open(ground, plot)
  })
  afterAll(async () => {
    await guard.look({})
    guard.leave()
    // What was compiled and cached for the first of them is no leak.
    if (heapBefore === 0) heapBefore = await ground.heapMb()
  })
  for (const attack of attacks) {
    const run = () => (writes(attack) ? endure(ground, attack) : endureAtTheDoor(ground, plot, guard, attack))
    test.concurrent(`${rule} ${attack.name}: ${attack.expect}`, run)
  }
})

const onTheBoard: List[] = [
  ['[SY4] [SY44]', withheld],
  ['[SY45]', forged],
  ['[SY46]', named],
  ['[SY46]', odd],
  ['[SY49]', misplaced],
]
describe.concurrent('a few at once, each on a board of its own', () => {
  for (const [rule, attacks] of onTheBoard) {
    for (const attack of attacks) test(`${rule} ${attack.name}: ${attack.expect}`, () => endure(ground, attack))
  }
})

test('[SY54] after all of these the server holds no more memory than before', { timeout: 30_000 }, async () => {
  expect(await ground.heapBackTo(heapBefore * 1.2)).toBeLessThan(heapBefore * 1.2)
})
