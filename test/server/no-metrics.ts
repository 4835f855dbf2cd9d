import type { SyncMetrics } from '../../server/sync/metrics.ts'

/** For tests that count nothing. */
export const noMetrics: SyncMetrics = {
  refused: () => undefined,
  committed: () => undefined,
  acknowledged: () => undefined,
  received: () => undefined,
  sent: () => undefined,
}
