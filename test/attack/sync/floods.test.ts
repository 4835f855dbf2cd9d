import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endure } from '../attack.ts'
import { Ground } from '../ground.ts'
import { floodAttacks } from './flood-attacks.ts'

let ground: Ground
let heapBefore = 0
beforeAll(async () => {
  ground = await Ground.open()
  // What is compiled and cached for the first is no leak.
  const [first] = floodAttacks
  if (first) await endure(ground, first)
  heapBefore = await ground.heapMb()
}, 30_000)
afterAll(() => ground.close())

describe.concurrent('a few at once, each on a board of its own', () => {
  for (const attack of floodAttacks) {
    test(`[SY50] ${attack.name}: ${attack.expect}`, () => endure(ground, attack))
  }
})

test('[SY54] after all of these the server holds no more memory than before', { timeout: 20_000 }, async () => {
  expect(await ground.heapBackTo(heapBefore * 1.2)).toBeLessThan(heapBefore * 1.2)
})
