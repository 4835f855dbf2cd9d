import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { DocumentSelection } from '../sync/document-selection.ts'
import type { OpenDocument } from '../sync/opened-document.ts'

const never = () => () => undefined

/**
 * What `select` makes of the document, computed again after each transaction that changed something. Parts
 * that are equal stay the same objects (see `reuse`), so a memoised card is drawn again only when its own
 * content changed. null for no document. `select` may be a new function at every call; it must be pure.
 */
export function useSelect<T>(open: OpenDocument | null, select: (doc: Y.Doc) => T): T | null {
  const doc = open?.doc ?? null
  const selection = useMemo(() => (doc ? new DocumentSelection<T>(doc) : null), [doc])
  return useSyncExternalStore(selection?.subscribe ?? never, () => selection?.read(select) ?? null)
}
