import type { Clock } from '../../shared/clock.ts'
import type { ServerLimits } from '../limits.ts'
import type { Store, StoredDocument } from '../store/store.ts'

/**
 * Reads a document after a failed commit, again and again until that works and the disk takes a write. Gives a code
 * instead where the document is gone or another stands in its place, and null once nobody wants it any more.
 */
export async function readAgain(
  deps: { store: Store; clock: Clock; limits: Pick<ServerLimits, 'roomRetryMs'> },
  { documentId, epoch }: { documentId: string; epoch: string },
  isStopped: () => boolean,
): Promise<StoredDocument | 'notFound' | 'epochChanged' | null> {
  const { store, clock, limits } = deps
  for (;;) {
    try {
      const stored = await store.open(documentId)
      if (!stored) return 'notFound'
      if (stored.epoch !== epoch) return 'epochChanged'
      await store.probe()
      return stored
    } catch {
      if (isStopped()) return null
      await new Promise<void>((resolve) => clock.setTimeout(resolve, limits.roomRetryMs))
    }
  }
}
