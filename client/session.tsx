import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Language, SessionView } from '../shared/api.ts'
import { AppError } from '../shared/errors.ts'
import { createApi, type Api, type Viewer } from './api.ts'
import { recall, remember } from './hooks/deviceStorage.ts'
import { useLocale } from './hooks/useMessages.ts'

export type SessionState =
  | { kind: 'loading' }
  | { kind: 'signedOut' }
  | { kind: 'unreachable' }
  /** `fromDevice`: the server has not answered yet; this is who was here last, so that the board can open without net */
  | { kind: 'signedIn'; session: SessionView; fromDevice: boolean }

export type SignIn = { secret: string; name?: string; language?: Language; personId?: string }

export type SessionHandle = {
  viewer: Viewer
  api: Api
  state: SessionState
  /** Asks the server again; for a changed gathering, role or team. */
  refresh: () => Promise<void>
  signIn: (body: SignIn) => Promise<SessionView>
  /** Whoever calls it loads a page anew afterwards, so that nothing of the person stays in this one. */
  signOut: () => Promise<void>
  changeSelf: (change: { name?: string; title?: string; language?: Language; networkId?: string }) => Promise<void>
}

const SessionContext = createContext<SessionHandle | null>(null)

export function useSession(): SessionHandle {
  const handle = useContext(SessionContext)
  if (!handle) throw new Error('useSession needs a SessionProvider above it')
  return handle
}

const retryMs = 5_000

function lastSession(viewer: Viewer): SessionView | null {
  const text = recall(`session.${viewer}`)
  try {
    return text ? (JSON.parse(text) as SessionView) : null
  } catch {
    return null
  }
}

/** Who is here, told by the server; signing in and out; and the language that follows the person. */
export function SessionProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const api = useMemo(() => createApi(viewer), [viewer])
  const { language, setLanguage } = useLocale()
  const [state, setState] = useState<SessionState>({ kind: 'loading' })

  const take = useCallback(
    (session: SessionView) => {
      remember(`session.${viewer}`, JSON.stringify(session))
      setState({ kind: 'signedIn', session, fromDevice: false })
      setLanguage(session.language)
    },
    [viewer, setLanguage],
  )

  const leave = useCallback(() => {
    remember(`session.${viewer}`, null)
    setState({ kind: 'signedOut' })
  }, [viewer])

  const refresh = useCallback(async () => {
    try {
      const session = await api.get<SessionView | null>('/api/session')
      if (session === null) leave()
      else take(session)
    } catch {
      const last = lastSession(viewer)
      setState((before) => {
        if (before.kind === 'signedIn') return before
        return last ? { kind: 'signedIn', session: last, fromDevice: true } : { kind: 'unreachable' }
      })
    }
  }, [api, viewer, take, leave])

  useEffect(() => {
    void refresh()
  }, [refresh])

  const waiting = state.kind === 'unreachable' || (state.kind === 'signedIn' && state.fromDevice)
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => void refresh(), retryMs)
    return () => clearInterval(timer)
  }, [waiting, refresh])

  const signIn = useCallback(
    async (body: SignIn) => {
      // The token is for programs. Here the cookie has it, out of reach of scripts, and it is kept nowhere else.
      const { token: _token, ...session } = await api.post<SessionView & { token: string }>('/api/sessions', {
        language,
        ...body,
      })
      take(session)
      return session
    },
    [api, language, take],
  )

  // Another tab may have signed somebody else in by the same cookie: what is meant for one person is not done to another.
  const personId = state.kind === 'signedIn' ? state.session.personId : undefined
  const signOut = useCallback(async () => {
    try {
      await api.delete('/api/session', personId)
    } catch (error) {
      // Already out is what was wanted; anything else the person must hear of.
      if (!(error instanceof AppError && error.code === 'notSignedIn')) throw error
    }
    // Where it is another's by now, the device goes on knowing them.
    if (lastSession(viewer)?.personId === personId) remember(`session.${viewer}`, null)
  }, [api, viewer, personId])

  const changeSelf = useCallback<SessionHandle['changeSelf']>(
    async (change) => {
      take(await api.patch<SessionView>('/api/session', change, personId))
    },
    [api, take, personId],
  )

  const handle = useMemo(
    () => ({ viewer, api, state, refresh, signIn, signOut, changeSelf }),
    [viewer, api, state, refresh, signIn, signOut, changeSelf],
  )
  return <SessionContext value={handle}>{children}</SessionContext>
}
