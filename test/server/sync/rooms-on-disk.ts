import { afterEach, beforeEach, vi } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '../../../server/clock.ts'
import { serverLimits } from '../../../server/limits.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { noMetrics } from '../no-metrics.ts'
import { gatedStore, type GatedStore } from './gated-store.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Rooms on a fresh folder for each test of a file, with the gate before its disk and what was refused. */
export function roomsOnDisk() {
  const here: { gate: GatedStore; refused: string[] } = { gate: null as unknown as GatedStore, refused: [] }
  beforeEach(async () => {
    here.refused = []
    here.gate = await gatedStore()
  })
  afterEach(async () => {
    await here.gate.remove()
  })
  return {
    get gate() {
      return here.gate
    },
    get refused() {
      return here.refused
    },
    rooms: (limits = {}) =>
      new Rooms({
        store: here.gate.store,
        clock: systemClock,
        limits: { ...serverLimits, roomRetryMs: 5, ...limits },
        log,
        metrics: { ...noMetrics, refused: (code) => here.refused.push(code) },
      }),
    /** What the store would give a server that starts now. */
    onDisk: async (documentId = 'team:a'): Promise<Y.Doc> => {
      const stored = await here.gate.store.open(documentId)
      const doc = new Y.Doc()
      for (const update of [stored?.snapshot, ...(stored?.tail ?? []).map((row) => row.update)]) {
        if (update) Y.applyUpdate(doc, update)
      }
      return doc
    },
  }
}

export const text = (doc: Y.Doc): string => doc.getText('t').toString()

/** Lets everything that is ready run, and a little of the disk. */
export const settle = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 4000, interval: 5 })
