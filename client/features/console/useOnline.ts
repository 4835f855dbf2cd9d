import { useEffect, useState } from 'react'
import type { OnlineView } from '../../../shared/api.ts'
import type { Api } from '../../api.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'

const pollMs = 10_000

/** Who is on line: told live by the server in the overview's presence; asked for where that has not come. */
export function useOnline(api: Api, networkId: string, overview: OpenDocument | null): OnlineView | null {
  const [live, setLive] = useState<OnlineView | null>(null)
  const [polled, setPolled] = useState<OnlineView | null>(null)

  const awareness = overview?.awareness ?? null
  useEffect(() => {
    if (!awareness) return
    const read = () => setLive(onlineIn(awareness.getStates().values()))
    read()
    awareness.on('change', read)
    return () => {
      awareness.off('change', read)
      setLive(null)
    }
  }, [awareness])

  const asking = live === null
  useEffect(() => {
    if (!asking) return
    let over = false
    const ask = () =>
      void api.get<OnlineView>(`/api/networks/${networkId}/online`).then(
        (view) => {
          if (!over) setPolled(view)
        },
        () => undefined, // the next time
      )
    ask()
    const timer = setInterval(ask, pollMs)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [api, networkId, asking])

  return live ?? polled
}

/** The server's own state among all presences, or null. */
export function onlineIn(states: Iterable<Record<string, unknown>>): OnlineView | null {
  for (const state of states) {
    const online = state.online
    if (typeof online !== 'object' || online === null) continue
    if ('teams' in online && 'facilitators' in online && 'displays' in online) return online as OnlineView
  }
  return null
}

/** How many people: team members, each once even in two teams, and facilitators. */
export function peopleOnline(online: OnlineView): number {
  const members = new Set(Object.values(online.teams).flatMap((people) => people.map((person) => person.personId)))
  return members.size + online.facilitators
}
