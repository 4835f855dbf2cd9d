import { useEffect, useMemo, useState } from 'react'
import * as Y from 'yjs'
import { localOrigin } from '../../shared/ops/write.ts'
import type { OpenDocument } from '../sync/opened-document.ts'

/** Types of any content: what Y.UndoManager takes. */
type UndoRoots = Extract<ConstructorParameters<typeof Y.UndoManager>[0], unknown[]>

export type Undo = {
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
  /** Call before an operation that is to be undone by itself, not with what was typed just before it. */
  stop: () => void
}

/**
 * Undo and redo of what this person did in this tab, never of what others did. One a board: each call has a
 * history of its own. It begins when the document is first shown and ends with the component. `roots` is
 * asked once a document.
 */
export function useUndo(open: OpenDocument | null, roots: (doc: Y.Doc) => UndoRoots): Undo {
  const doc = open?.doc ?? null
  const [history, setHistory] = useState<{ undo: () => void; redo: () => void; stop: () => void } | null>(null)
  const [can, setCan] = useState({ undo: false, redo: false })
  useEffect(() => {
    if (!doc) return
    const made = new Y.UndoManager(roots(doc), { trackedOrigins: new Set([localOrigin]) })
    const show = () => {
      const now = { undo: made.canUndo(), redo: made.canRedo() }
      setCan((before) => (before.undo === now.undo && before.redo === now.redo ? before : now))
    }
    made.on('stack-item-added', show)
    made.on('stack-item-popped', show)
    made.on('stack-cleared', show)
    // An undo that finds nothing left to take back is told by no event, so look again after each.
    setHistory({
      undo: () => {
        made.undo()
        show()
      },
      redo: () => {
        made.redo()
        show()
      },
      stop: () => made.stopCapturing(),
    })
    return () => {
      made.destroy()
      setHistory(null)
      setCan({ undo: false, redo: false })
    }
    // `roots` is a description, not a dependency: a new function each time must not forget the history.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [doc])
  return useMemo(
    () => ({
      undo: () => history?.undo(),
      redo: () => history?.redo(),
      canUndo: can.undo,
      canRedo: can.redo,
      stop: () => history?.stop(),
    }),
    [history, can],
  )
}
