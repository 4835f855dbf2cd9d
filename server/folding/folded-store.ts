import type { ServerLimits } from '../limits.ts'
import type { Store, StoredDocument } from '../store/store.ts'
import type { Folding } from './folding.ts'

/**
 * A store whose large documents come folded: everything in `snapshot`, and no rows after it, although `snapshotSequence` is
 * still that of what is on disk. To be held in between the store and the rooms, who read a board as one update and
 * nothing of its rows. A damaged document comes as it is.
 */
export function foldedStore(
  store: Store,
  folding: Pick<Folding, 'fold'>,
  limits: Pick<ServerLimits, 'foldHereBytes' | 'foldHereRows'>,
): Store {
  return {
    ...store,
    async open(documentId) {
      const stored = await store.open(documentId)
      if (!stored || !takesLong(stored, limits)) return stored
      const folded = await folding.fold([stored.snapshot, ...stored.tail.map(({ update }) => update)])
      return folded ? { ...stored, snapshot: folded.base, stateVector: folded.vector, tail: [] } : stored
    },
  }
}

function takesLong(
  { snapshot, tail, damage }: StoredDocument,
  { foldHereBytes, foldHereRows }: Pick<ServerLimits, 'foldHereBytes' | 'foldHereRows'>,
): boolean {
  if (tail.length === 0 || damage.length > 0) return false
  const bytes = tail.reduce((sum, { update }) => sum + update.length, snapshot.length)
  return bytes > foldHereBytes || tail.length > foldHereRows
}
