import { describe, expect, test } from 'vitest'
import { simulate } from './simulation.ts'
import { testSeeds } from './seeds.ts'

describe('[SY19, CL19, TA15] any order of delays, cuts, reloads, crashes, failed commits, locks and rights taken', () => {
  testSeeds('first')

  test('the same seed gives the same run', async () => {
    expect(await simulate(7)).toEqual(await simulate(7))
  })
})
