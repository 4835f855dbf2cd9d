import { useCallback, useEffect, useRef, useState } from 'react'
import type { NetworkView } from '../../../shared/api.ts'
import type { Api } from '../../api.ts'

/** Another facilitator may add a team, and a new member join: seen within this time. */
const lookAgainMs = 15_000

export type NetworkHandle = {
  view: NetworkView | null
  /** why there is no view, or why it is old */
  error: unknown
  /** Asks now. Resolves when the answer is in `view`; never rejects. */
  reload: () => Promise<void>
}

/** The network as its facilitators manage it: asked for at once, now and then, and when one comes back to the page. */
export function useNetwork(api: Api, networkId: string): NetworkHandle {
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

  return { ...state, reload }
}
