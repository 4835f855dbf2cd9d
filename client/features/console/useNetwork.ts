import { useCallback, useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { NetworkView, SessionView } from '../../../shared/api.ts'
import { openOverviewDocument } from '../../../shared/schema/overview.ts'
import { teamSummaries } from '../../../shared/select/overview.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { useSession } from '../../session.tsx'

/** Another facilitator may make a card, and a new member join: seen within this time. */
const lookAgainMs = 15_000

export type NetworkHandle = {
  view: NetworkView | null
  /** why there is no view, or why it is old */
  error: unknown
  /** Asks now. Resolves when the answer is in `view`; never rejects. */
  reload: () => Promise<void>
}

/**
 * The network as its facilitators manage it: asked for at once, now and then, when one comes back to the page, and when
 * its overview tells of a team that was added, renamed or removed. What the session has of the teams follows it.
 */
export function useNetwork(session: SessionView): NetworkHandle {
  const { api, refresh } = useSession()
  const networkId = session.networkId ?? ''
  const [state, setState] = useState<{ view: NetworkView | null; error: unknown }>({ view: null, error: null })
  // Answers may come in another order than they were asked for: an older one never covers a newer.
  const asked = useRef(0)
  const taken = useRef(0)

  const reload = useCallback(async () => {
    const mine = ++asked.current
    try {
      const view = await api.get<NetworkView>(`/api/networks/${networkId}`)
      if (mine < taken.current) return
      taken.current = mine
      setState({ view, error: null })
    } catch (error) {
      setState((before) => ({ ...before, error }))
    }
  }, [api, networkId])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    void reload()
    const timer = setInterval(look, lookAgainMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [reload])

  const overview = useDocument(session.documents.overview ?? null)
  const told = useSelect(overview, tellNames)
  const names = namesOf(state.view?.teams ?? [])
  const shown = useRef(names)
  shown.current = names
  useEffect(() => {
    if (told && shown.current !== '' && told !== shown.current) void reload()
  }, [told, reload])

  // A team that was just added, here or by another, is not among the session's yet: its board could not be opened.
  const unknown = state.view !== null && names !== namesOf(session.teams) ? names : null
  useEffect(() => {
    if (unknown !== null) void refresh()
  }, [unknown, refresh])

  return { ...state, reload }
}

const namesOf = (teams: readonly { id: string; name: string }[]): string =>
  teams
    .map(({ id, name }) => `${id} ${name}`)
    .toSorted()
    .join('\n')

const tellNames = (doc: Y.Doc): string =>
  namesOf([...teamSummaries(openOverviewDocument(doc))].map(([id, { name }]) => ({ id, name })))
