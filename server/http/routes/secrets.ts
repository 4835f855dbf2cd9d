import { Hono, type Context } from 'hono'
import { lookUpSecretBody, openSessionBody, type SessionView } from '../../../shared/api.ts'
import { openSession } from '../../access/open-session.ts'
import type { Parts } from '../../access/parts.ts'
import { sessionView } from '../../access/session-view.ts'
import { secretView } from '../../networks/secret-view.ts'
import { readBody } from '../body.ts'
import { sessionCookie } from '../credentials.ts'
import type { Env } from '../env.ts'
import { acceptedLanguage } from '../language.ts'
import { isSecure } from '../origin.ts'

/** What needs no session: looking a secret up, and signing in by it. */
export function secretRoutes(parts: Parts): Hono<Env> {
  return new Hono<Env>()
    .post('/secrets/lookup', async (context) => {
      const { secret } = await readBody(context.req.raw, lookUpSecretBody, parts.limits.strangersBodyBytes)
      return context.json(await secretView(parts, secret))
    })
    .post('/sessions', async (context) => {
      const body = await readBody(context.req.raw, openSessionBody, parts.limits.strangersBodyBytes)
      const language = body.language ?? acceptedLanguage(context.req.header('accept-language'))
      const { token, caller } = await openSession(parts, { ...body, language })
      const kind = caller.role === 'display' ? 'display' : 'person'
      setCookie(context, kind, token, parts.limits.sessionMs)
      const view: SessionView & { token: string } = { ...(await sessionView(parts, caller)), token }
      return context.json(view, 201)
    })
}

/** Sets or, with an empty token, takes away one of the two session cookies. */
export function setCookie(context: Context<Env>, kind: 'person' | 'display', token: string, maxAgeMs: number): void {
  const secure = isSecure(context.req.raw.headers)
  context.header('set-cookie', sessionCookie(kind, token, { maxAgeMs, secure }), { append: true })
}
