import { serverLimits } from '../../server/limits.ts'

/*
 * Loaded into a server before everything else: what comes by the clock in hours and minutes comes within a test. Only
 * times are other than in a hall, and how many changes there are between two snapshots.
 */
Object.assign(serverLimits, {
  versionEveryMs: 700,
  sweepFirstMs: 300,
  sweepEveryMs: 400,
  rawLogKeepMs: 200,
  tailRows: 60,
})
