import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { AppError } from '../../shared/errors.ts'
import { callerByToken } from '../access/caller.ts'
import type { Parts } from '../access/parts.ts'
import { isJson } from './body.ts'
import { readCredentials } from './credentials.ts'
import type { Env } from './env.ts'
import { isOwnOrigin } from './origin.ts'

/** Told of a request as soon as it is known whose it is. */
export type OnSignedIn = (personId: string, bindings: HttpBindings) => void

/**
 * Finds out who asks, and refuses what another site made a browser send: a change without a Bearer token must
 * come from our own pages and, where it has a body, be JSON. Who says by `x-samtavle-person` whom they take
 * themselves to be is nobody where the token is another's.
 */
export function signIn(parts: Parts, onSignedIn?: OnSignedIn): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { headers, method } = context.req.raw
    const credentials = readCredentials({
      authorization: headers.get('authorization'),
      cookie: headers.get('cookie'),
      asDisplay: headers.get('x-samtavle-as') === 'display',
    })
    const caller = await callerByToken(parts, credentials.token)
    const connected = context.env as HttpBindings | undefined
    if (caller && connected) onSignedIn?.(caller.person.id, connected)
    // What one person wrote must not be sent in the name of whoever has taken over the browser since.
    const meant = headers.get('x-samtavle-person')
    context.set('caller', meant === null || meant === caller?.person.id ? caller : null)
    context.set('credentials', credentials.kind)
    context.header('cache-control', 'no-store')
    const changes = method !== 'GET' && method !== 'HEAD'
    if (changes && credentials.kind !== 'bearer') {
      if (!isOwnOrigin(headers.get('origin'), headers.get('host'), parts.address.url)) {
        throw new AppError('originRefused')
      }
      if (method !== 'DELETE' && !isJson(context.req.raw)) throw new AppError('badRequest')
    }
    await next()
  }
}
