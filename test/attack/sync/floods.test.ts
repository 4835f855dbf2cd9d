import { afterAll, beforeAll, test } from 'vitest'
import { endure } from '../attack.ts'
import { Ground } from '../ground.ts'
import { floodAttacks } from './flood-attacks.ts'

let ground: Ground
beforeAll(async () => {
  ground = await Ground.open()
}, 30_000)
afterAll(() => ground.close())

for (const attack of floodAttacks) {
  test(`[SY50] ${attack.name}: ${attack.expect}`, () => endure(ground, attack))
}
