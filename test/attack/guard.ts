import { expect, vi } from 'vitest'
import * as Y from 'yjs'
import { WireClient } from '../server/wire-client.ts'
import { Canary, ownLatenessMs } from './canary.ts'
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
 * Others on a board while somebody does something hostile to it: a canary that writes all the time, and one who watches.
 * They hold the server to what is promised (issue «Hostile and unlucky»): nobody waited for a second, the process lives,
 * nothing refused was relayed or written, and a newcomer gets the whole board.
 */
export class Guard {
  readonly canary: Canary
  readonly #ground: Ground
  readonly #plot: Plot
  readonly #watcher: WireClient
  /** client ids that were there before */
  readonly #known: Set<number>

  private constructor(ground: Ground, plot: Plot, watcher: WireClient, canary: Canary) {
    this.#ground = ground
    this.#plot = plot
    this.#watcher = watcher
    this.canary = canary
    this.#known = clientsOf(watcher.doc).add(canary.client.doc.clientID)
    ground.other.forget()
  }

  static async open(ground: Ground, plot: Plot): Promise<Guard> {
    const watcher = new WireClient(ground.server.url, plot.documentId, ground.facilitator)
    const canary = await Canary.start(ground.server.url, plot.documentId, ground.facilitator)
    await watcher.synced
    return new Guard(ground, plot, watcher, canary)
  }

  /** What can be said while everybody goes on. */
  glance(): void {
    const delays = { same: this.canary.longestMs, other: this.#ground.other.longestMs }
    expect(Math.max(delays.same, delays.other), JSON.stringify(delays)).toBeLessThan(mostDelayMs)
    this.#holdsOnlyKnown(this.#watcher.doc)
  }

  /** The canary stops; everybody and a newcomer have the same then, and nothing that they should not. */
  async look(deed: Deed): Promise<void> {
    const { canary } = this
    await canary.stop()
    const delays = { same: canary.longestMs, other: this.#ground.other.longestMs }
    expect(Math.max(delays.same, delays.other), JSON.stringify(delays)).toBeLessThan(mostDelayMs)
    const [from, lateBefore] = [performance.now(), ownLatenessMs()]
    const newcomer = new WireClient(this.#ground.server.url, this.#plot.documentId, this.#ground.facilitator)
    try {
      await newcomer.synced
      const waitedMs = performance.now() - from - (ownLatenessMs() - lateBefore)
      expect(waitedMs, 'how long a newcomer waits').toBeLessThan(mostDelayMs)
      for (const { doc } of [this.#watcher, newcomer]) {
        await vi.waitFor(() => expect(isSame(doc, newcomer.doc) && isSame(canary.client.doc, doc)).toBe(true))
        if (!deed.mayWrite) this.#holdsOnlyKnown(doc)
        if (!deed.mayDelete) expect(doc.getMap('canary').size).toBe(canary.written)
      }
      await vi.waitFor(() => deed.left?.(newcomer.doc))
    } finally {
      newcomer.close()
    }
  }

  leave(): void {
    this.canary.leave()
    this.#watcher.close()
  }

  #holdsOnlyKnown(doc: Y.Doc): void {
    expect([...clientsOf(doc)].filter((client) => !this.#known.has(client))).toEqual([])
  }
}

/** Does something hostile to a board under guard. */
export async function underGuard<T>(
  ground: Ground,
  plot: Plot,
  deed: Deed,
  run: (canary: Canary) => Promise<T>,
): Promise<T> {
  const guard = await Guard.open(ground, plot)
  try {
    const result = await run(guard.canary)
    await guard.look(deed)
    return result
  } finally {
    guard.leave()
  }
}

function clientsOf(doc: Y.Doc): Set<number> {
  return new Set(doc.store.clients.keys())
}

function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
}
