import { describe, expect, test } from 'vitest'
import { simulate } from './simulation.ts'

/** More in `npm run soak`. */
const seeds = Number(process.env['SIM_SEEDS'] ?? 200)
const perTest = 25

describe('[SY19, CL19] any order of delays, cuts, reloads, crashes, failed commits, locks and rights taken', () => {
  test.each(Array.from({ length: Math.ceil(seeds / perTest) }, (_, index) => index * perTest + 1))(
    'seeds from %d on end alike on every device and on disk',
    { timeout: 120_000 },
    async (first) => {
      const sum = { seeds: 0, operations: 0, acknowledged: 0, faults: 0, rests: 0 }
      for (let seed = first; seed < Math.min(first + perTest, seeds + 1); seed += 1) {
        const { operations, acknowledged, faults, rests } = await simulate(seed)
        expect(acknowledged, `seed ${seed}`).toBeGreaterThan(5)
        sum.seeds += 1
        sum.operations += operations
        sum.acknowledged += acknowledged
        sum.faults += faults
        sum.rests += rests
      }
      // Runs in which little was tried would prove little.
      expect(sum.operations / sum.seeds).toBeGreaterThan(150)
      expect(sum.acknowledged / sum.seeds).toBeGreaterThan(30)
      expect(sum.faults / sum.seeds).toBeGreaterThan(3)
      expect(sum.rests).toBeGreaterThan(0)
    },
  )

  test('the same seed gives the same run', async () => {
    expect(await simulate(7)).toEqual(await simulate(7))
  })
})
