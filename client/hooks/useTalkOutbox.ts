import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import { browserClock } from '../clock.ts'
import { useSession } from '../session.tsx'
import { Outbox, type OutboxEntry } from '../sync/outbox.ts'
import { useDocuments } from './useDocument.ts'

export type { OutboxEntry } from '../sync/outbox.ts'

/** The comments of the person who is here that wait on this device. */
export const OutboxContext = createContext<Outbox | null>(null)

/** The outbox of the page; where there is none, one that keeps nothing. */
export function useTalkOutbox(): Outbox {
  const given = useContext(OutboxContext)
  const { personId } = useDocuments()
  const { api } = useSession()
  return useMemo(
    () =>
      given ??
      new Outbox({
        personId,
        factory: null,
        send: async (command) => api.post('/api/commands', command, personId),
        clock: browserClock,
        random: Math.random,
      }),
    [given, personId, api],
  )
}

/** One's own comments to a team that the talk does not show yet. */
export function useTalkEntries(teamId: string): readonly OutboxEntry[] {
  const { entries } = useTalkOutbox()
  const all = useSyncExternalStore(entries.subscribe, entries.get)
  return useMemo(() => all.filter(({ command }) => command.teamId === teamId), [all, teamId])
}
