import { afterAll, beforeAll, describe, test } from 'vitest'
import { endure } from '../attack.ts'
import { Ground } from '../ground.ts'
import { floodAttacks } from './flood-attacks.ts'

let ground: Ground
beforeAll(async () => {
  ground = await Ground.open()
}, 30_000)
afterAll(() => ground.close())

describe.concurrent('a few at once, each on a board of its own', () => {
  for (const attack of floodAttacks) {
    test(`[SY50] ${attack.name}: ${attack.expect}`, () => endure(ground, attack))
  }
})
