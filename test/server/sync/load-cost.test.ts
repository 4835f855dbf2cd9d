import { expect, test } from 'vitest'
import { serverLimits } from '../../../server/limits.ts'
import { LoadCost } from '../../../server/sync/load-cost.ts'

const keptAfter = (tookMs: number): number => {
  const cost = new LoadCost(serverLimits)
  cost.loaded(tookMs, 20_000)
  return cost.keptMs
}

test('a document that nobody uses is let go soon, and one that took long to make so much later', () => {
  expect(keptAfter(2)).toBe(serverLimits.unusedDocMs)
  expect(keptAfter(120)).toBe(120_000)
  expect(keptAfter(5_000)).toBe(600_000)
})
