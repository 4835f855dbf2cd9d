import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { PresenceUser } from '../../shared/api.ts'
import type { OpenDocument } from '../sync/opened-document.ts'
import { editingField, presenceOf, type PresenceView } from '../sync/presence-view.ts'
import { useDocuments } from './useDocument.ts'

export type Presence = {
  /** others in the document, each once; empty where very many are there */
  people: readonly PresenceUser[]
  /** others who are in this field now */
  editing: (field: string) => readonly PresenceUser[]
  /** says which field this person is in (`goal:<id>:title`); null: none. Leaving the page says so by itself. */
  setEditing: (field: string | null) => void
  /** how many others are there, also where there are too many to name */
  count: number
}

const nobody: PresenceView = { people: [], byField: {}, count: 0 }
const none: readonly PresenceUser[] = []
const never = () => () => undefined

/** Who else is in a document, and where. */
export function usePresence(open: OpenDocument | null): Presence {
  const { personId } = useDocuments()
  const awareness = open?.awareness ?? null
  const store = useMemo(() => {
    if (!awareness) return null
    let view: PresenceView | null = null
    return {
      subscribe: (listener: () => void) => {
        awareness.on('change', listener)
        return () => awareness.off('change', listener)
      },
      get: () => (view = presenceOf(awareness, personId, view)),
    }
  }, [awareness, personId])
  const view = useSyncExternalStore(store?.subscribe ?? never, () => store?.get() ?? nobody)

  const own = useRef<string | null>(null)
  const setEditing = useCallback(
    (field: string | null) => {
      if (!awareness || awareness.getLocalState()?.[editingField] === field) return
      own.current = field
      awareness.setLocalStateField(editingField, field)
    },
    [awareness],
  )
  useEffect(
    () => () => {
      // Another component may have said something since: that stands.
      if (own.current === null || awareness?.getLocalState()?.[editingField] !== own.current) return
      own.current = null
      awareness.setLocalStateField(editingField, null)
    },
    [awareness],
  )
  return useMemo(
    () => ({
      people: view.people,
      editing: (field: string) => (Object.hasOwn(view.byField, field) ? (view.byField[field] ?? none) : none),
      setEditing,
      count: view.count,
    }),
    [view, setEditing],
  )
}
