import { Hono } from 'hono'
import { changeSelfBody } from '../../../shared/api.ts'
import { closeCode } from '../../../shared/protocol.ts'
import { changeSelf } from '../../access/change-self.ts'
import { makeWayBack } from '../../access/way-back.ts'
import type { Parts } from '../../access/parts.ts'
import { sessionView } from '../../access/session-view.ts'
import { readBody } from '../body.ts'
import { signedIn, type Env } from '../env.ts'
import { setCookie } from './secrets.ts'

/** One's own session: who am I, correct my name, sign out. */
export function selfRoutes(parts: Parts): Hono<Env> {
  return new Hono<Env>()
    .get('/session', async (context) => {
      // A page asks before it knows of anybody, so that nobody is no error; a program whose token is no good must hear of it.
      if (context.get('caller') === null && context.get('credentials') !== 'bearer') return context.json(null)
      return context.json(await sessionView(parts, signedIn(context)))
    })
    .patch('/session', async (context) => {
      const caller = signedIn(context)
      const change = await readBody(context.req.raw, changeSelfBody, parts.limits.bodyBytes)
      return context.json(await sessionView(parts, await changeSelf(parts, caller, change)))
    })
    .post('/session/way-back', async (context) => context.json(await makeWayBack(parts, signedIn(context)), 201))
    .delete('/session', async (context) => {
      const { sessionId, role } = signedIn(context)
      await parts.directory.endSession(sessionId)
      parts.gate.revoke((who) => who.sessionId === sessionId, closeCode.notSignedIn, 'notSignedIn')
      setCookie(context, role === 'display' ? 'display' : 'person', '', 0)
      return context.body(null, 204)
    })
}
