import { AppError } from '../../shared/errors.ts'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Caller } from '../access/caller.ts'
import type { Credentials } from './credentials.ts'

/** What the middleware leaves for the routes. `caller` is null where nobody is signed in, whatever was shown. */
export type Env = {
  /** what Node has of the request; there is none where it came by no connection */
  Bindings: HttpBindings
  Variables: { caller: Caller | null; credentials: Credentials['kind'] }
}

/** Whoever is signed in. Throws `notSignedIn`. */
export function signedIn(context: Context<Env>): Caller {
  const caller = context.get('caller')
  if (!caller) throw new AppError('notSignedIn')
  return caller
}
