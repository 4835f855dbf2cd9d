import type { Clock } from '../../../shared/clock.ts'
import { systemClock } from '../../../server/clock.ts'
import { serverLimits, type ServerLimits } from '../../../server/limits.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { noMetrics } from '../no-metrics.ts'
import type { GatedStore } from './gated-store.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Rooms as the server has them, on a store whose commits a test can hold back; presence is told at once. */
export function roomsOnGate(gate: GatedStore, limits: Partial<ServerLimits> = {}, clock: Clock = systemClock): Rooms {
  return new Rooms({
    store: gate.store,
    clock,
    limits: { ...serverLimits, awarenessBatchMs: 5, ...limits },
    log,
    metrics: noMetrics,
  })
}
