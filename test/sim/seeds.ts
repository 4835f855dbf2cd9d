import { expect, test } from 'vitest'
import { simulate, type RunFigures } from './simulation.ts'

/** More in `npm run soak`. */
const seeds = Number(process.env['SIM_SEEDS'] ?? 200)
const perTest = 25

/**
 * Runs one of two halves of the seeds: two files, so that two workers share them. Runs in which little was tried
 * would prove little, so that what was tried is counted too.
 */
export function testSeeds(half: 'first' | 'second'): void {
  const middle = Math.ceil(seeds / 2)
  const [from, to] = half === 'first' ? [1, middle] : [middle + 1, seeds]
  const firsts = Array.from({ length: Math.ceil((to - from + 1) / perTest) }, (_, index) => from + index * perTest)

  test.each(firsts)('seeds from %d on end alike on every device and on disk', { timeout: 180_000 }, async (first) => {
    const last = Math.min(first + perTest - 1, to)
    const runs: RunFigures[] = []
    for (let seed = first; seed <= last; seed += 1) {
      const run = await simulate(seed)
      expect(run.acknowledged, `seed ${seed}`).toBeGreaterThan(5)
      expect(run.applied, `seed ${seed}`).toBeGreaterThan(2)
      runs.push(run)
    }
    if (runs.length < perTest) return
    const mean = (what: keyof RunFigures) => runs.reduce((sum, run) => sum + run[what], 0) / runs.length
    expect(mean('operations')).toBeGreaterThan(140)
    expect(mean('acknowledged')).toBeGreaterThan(30)
    expect(mean('faults')).toBeGreaterThan(3)
    expect(mean('applied')).toBeGreaterThan(20)
    for (const what of ['rests', 'repeated', 'gone', 'nameless'] as const) expect(mean(what), what).toBeGreaterThan(0)
  })
}
