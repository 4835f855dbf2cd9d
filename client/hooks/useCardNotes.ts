import { useMemo, useSyncExternalStore } from 'react'
import type { PresenceUser } from '../../shared/api.ts'
import { useDocuments, type OpenDocument } from './useDocument.ts'
import { useMessages } from './useMessages.ts'
import { presenceOf, type PresenceView } from '../sync/presence-view.ts'

type Words = {
  writes: (people: readonly string[]) => string
  moves: (people: readonly string[]) => string
}

/**
 * What others are doing with each card just now, by card id: moving goes before writing. `kind` begins the
 * names of the fields in presence: `<kind>:<id>:move`, `<kind>:<id>:text` …
 */
export function notesOf(
  byField: Readonly<Record<string, readonly PresenceUser[]>>,
  kind: string,
  words: Words,
): ReadonlyMap<string, string> {
  const moving = new Map<string, Set<string>>()
  const writing = new Map<string, Set<string>>()
  for (const [field, people] of Object.entries(byField)) {
    const [of, id, part] = field.split(':')
    if (of !== kind || id === undefined || part === undefined) continue
    const into = part === 'move' ? moving : writing
    const names = into.get(id) ?? new Set()
    for (const person of people) names.add(person.name)
    into.set(id, names)
  }
  const notes = new Map<string, string>()
  for (const [id, names] of writing) notes.set(id, words.writes([...names]))
  for (const [id, names] of moving) notes.set(id, words.moves([...names]))
  return notes
}

/** The same map while nobody goes anywhere else. */
export function useCardNotes(open: OpenDocument, kind: string): ReadonlyMap<string, string> {
  const words = useMessages('editing').editing.presence
  const { personId } = useDocuments()
  const { awareness } = open
  const source = useMemo(() => {
    let view: PresenceView | null = null
    return {
      subscribe: (listener: () => void) => {
        awareness.on('change', listener)
        return () => awareness.off('change', listener)
      },
      get: () => (view = presenceOf(awareness, personId, view)),
    }
  }, [awareness, personId])
  const { byField } = useSyncExternalStore(source.subscribe, source.get)
  return useMemo(() => notesOf(byField, kind, words), [byField, kind, words])
}
