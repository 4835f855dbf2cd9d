import { AppError } from '../../shared/errors.ts'
import type { Context } from 'hono'
import type { Caller } from '../access/caller.ts'

/** What the middleware leaves for the routes. `caller` is null where nobody is signed in. */
export type Env = { Variables: { caller: Caller | null } }

/** Whoever is signed in. Throws `notSignedIn`. */
export function signedIn(context: Context<Env>): Caller {
  const caller = context.get('caller')
  if (!caller) throw new AppError('notSignedIn')
  return caller
}
