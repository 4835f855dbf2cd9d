import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endure } from '../attack.ts'
import { Ground } from '../ground.ts'
import { frameAttacks } from './frame-attacks.ts'
import { messageAttacks } from './message-attacks.ts'

let ground: Ground
let heapBefore = 0
beforeAll(async () => {
  ground = await Ground.open()
  heapBefore = await ground.heapMb()
}, 30_000)
afterAll(() => ground.close())

describe.concurrent('one after the other, and a few at once', () => {
  for (const attack of [...frameAttacks, ...messageAttacks]) {
    test(`[${attack.rule}] ${attack.name}: ${attack.expect}`, () => endure(ground, attack))
  }
})

test('[SY41] memory', { timeout: 20_000 }, async () => {
  const after = await ground.heapMb()
  process.stdout.write(`${heapBefore} ${after}\n`)
  expect(after).toBeLessThan(heapBefore * 1.2)
})
