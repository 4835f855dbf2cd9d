import { expect, vi } from 'vitest'
import * as Y from 'yjs'
import { WireClient } from '../server/wire-client.ts'
import { Canary } from './canary.ts'
import type { Ground, Plot } from './ground.ts'

/** No other session sees a delay of this. */
const mostDelayMs = 1_000

/** What was done to a board while others worked. */
export type Deed = {
  /** whether it may have left something in the document: not what is refused */
  mayWrite?: boolean
  /** whether it may have deleted what others wrote: as every editor may */
  mayDelete?: boolean
  /** looks at what a newcomer is given afterwards */
  left?: (doc: Y.Doc) => void
}

/**
 * Does something hostile to a board while a canary writes on it, another on a board of its own, and somebody watches.
 * Then holds the server to what is promised (issue «Hostile and unlucky»): nobody waited for a second, the process
 * lives, nothing refused was relayed to the watcher or written, and a newcomer gets the whole board.
 */
export async function underGuard<T>(
  ground: Ground,
  plot: Plot,
  deed: Deed,
  run: (canary: Canary) => Promise<T>,
): Promise<T> {
  const { url } = ground.server
  const watcher = new WireClient(url, plot.documentId, ground.facilitator)
  const canary = await Canary.start(url, plot.documentId, ground.facilitator)
  await watcher.synced
  const known = clientsOf(watcher.doc).add(canary.client.doc.clientID)
  ground.other.forget()
  const came: WireClient[] = [watcher]
  try {
    const result = await run(canary)
    await canary.stop()
    const delays = { same: canary.longestMs, other: ground.other.longestMs }
    expect(Math.max(delays.same, delays.other), JSON.stringify(delays)).toBeLessThan(mostDelayMs)
    const from = performance.now()
    const newcomer = new WireClient(url, plot.documentId, ground.facilitator)
    came.push(newcomer)
    await newcomer.synced
    expect(performance.now() - from, 'how long a newcomer waits').toBeLessThan(mostDelayMs)
    for (const { doc } of came) {
      await vi.waitFor(() => expect(isSame(doc, newcomer.doc) && isSame(canary.client.doc, doc)).toBe(true))
      if (!deed.mayWrite) expect([...clientsOf(doc)].filter((client) => !known.has(client))).toEqual([])
      if (!deed.mayDelete) expect(doc.getMap('canary').size).toBe(canary.written)
    }
    await vi.waitFor(() => deed.left?.(newcomer.doc))
    return result
  } finally {
    canary.leave()
    for (const client of came) client.close()
  }
}

function clientsOf(doc: Y.Doc): Set<number> {
  return new Set(doc.store.clients.keys())
}

function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
}
