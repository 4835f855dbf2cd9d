import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '../../../shared/errors.ts'
import { useSession } from '../../session.tsx'

/** A net that hangs is no answer either; a page says so after this. */
const slowMs = 6_000

export type Asked<T> = {
  answer: T | null
  /** when it came, by this device's clock */
  at: number
  /** why there is none, or why it is old; null while all is well */
  error: unknown
  /** asked, and not answered for some time */
  slow: boolean
  /** Asks again. Resolves when the answer is in `answer`; never rejects. */
  reload: () => Promise<void>
}

/**
 * What the server answers: asked for at once, then every `everyMs` and when one comes back to the page, never twice at
 * a time by itself; an older answer never covers a newer. Where the rights or the team have gone, the session is asked.
 */
export function useAsked<T>(ask: () => Promise<T>, everyMs: number): Asked<T> {
  const { refresh } = useSession()
  const [state, setState] = useState<Omit<Asked<T>, 'reload'>>({
    answer: null,
    at: 0,
    error: null,
    slow: false,
  })
  const asked = useRef(0)
  const taken = useRef(0)
  const reload = useCallback(async () => {
    const mine = ++asked.current
    const timer = setTimeout(() => {
      if (mine > taken.current) setState((before) => ({ ...before, slow: true }))
    }, slowMs)
    try {
      const answer = await ask()
      if (mine < taken.current) return
      taken.current = mine
      setState({ answer, at: Date.now(), error: null, slow: false })
    } catch (error) {
      if (mine < taken.current) return
      taken.current = mine
      setState((before) => ({ ...before, error, slow: false }))
      if (endsHere(error)) void refresh()
    } finally {
      clearTimeout(timer)
    }
  }, [ask, refresh])
  useEffect(() => {
    let asking = false
    const look = () => {
      if (asking) return
      asking = true
      void reload().finally(() => {
        asking = false
      })
    }
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') look()
    }
    look()
    const timer = setInterval(lookIfSeen, everyMs)
    document.addEventListener('visibilitychange', lookIfSeen)
    window.addEventListener('online', lookIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
      window.removeEventListener('online', lookIfSeen)
    }
  }, [reload, everyMs])
  return { ...state, reload }
}

function endsHere(error: unknown): boolean {
  return error instanceof AppError && ['notSignedIn', 'notAllowed', 'notFound'].includes(error.code)
}
