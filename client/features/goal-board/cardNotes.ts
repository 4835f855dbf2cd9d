import { useMemo, useSyncExternalStore } from 'react'
import type { PresenceUser } from '../../../shared/api.ts'
import type { Messages } from '../../../shared/locale/nb.ts'
import { useDocuments, type OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { presenceOf, type PresenceView } from '../../sync/presence-view.ts'

/** Where in a goal somebody is: `goal:<id>:title`, `goal:<id>:move`, `goal:<id>:action:<action id>` … */
export function presenceField(goalId: string, part: string): string {
  return `goal:${goalId}:${part}`
}

/** What others are doing with each goal just now, by goal id: moving goes before writing. */
export function notesOf(
  byField: Readonly<Record<string, readonly PresenceUser[]>>,
  m: Messages['goals'],
): ReadonlyMap<string, string> {
  const moving = new Map<string, Set<string>>()
  const writing = new Map<string, Set<string>>()
  for (const [field, people] of Object.entries(byField)) {
    const [kind, goalId, part] = field.split(':')
    if (kind !== 'goal' || goalId === undefined || part === undefined) continue
    const into = part === 'move' ? moving : writing
    const names = into.get(goalId) ?? new Set()
    for (const person of people) names.add(person.name)
    into.set(goalId, names)
  }
  const notes = new Map<string, string>()
  for (const [goalId, names] of writing) notes.set(goalId, m.presence.writes([...names]))
  for (const [goalId, names] of moving) notes.set(goalId, m.presence.moves([...names]))
  return notes
}

/** The same map while nobody goes anywhere else. */
export function useCardNotes(open: OpenDocument): ReadonlyMap<string, string> {
  const { goals: m } = useMessages()
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
  return useMemo(() => notesOf(byField, m), [byField, m])
}
