import { serverLimits } from '../../../server/limits.ts'
import type { Incoming } from '../../../server/sync/document.ts'
import { readUpdate } from '../../../server/sync/update-facts.ts'

/** An update as a session hands it on. */
export function incoming(update: Uint8Array, limits = {}): Incoming {
  return { update, facts: readUpdate(update, { ...serverLimits, ...limits }), whole: false }
}
