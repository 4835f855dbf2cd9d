import { describe } from 'vitest'
import { testSeeds } from './seeds.ts'

describe('[SY19, CL19, TA15] any order of delays, cuts, reloads, crashes, failed commits, locks and rights taken', () => {
  testSeeds('second')
})
