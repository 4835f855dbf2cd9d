import { Hono } from 'hono'
import { movePersonBody } from '../../../shared/api.ts'
import { requireNetwork } from '../../access/caller.ts'
import type { Parts } from '../../access/parts.ts'
import { movePerson, removePerson } from '../../networks/people.ts'
import { readBody } from '../body.ts'
import { signedIn, type Env } from '../env.ts'

/** What facilitators do with the people of a network. */
export function networkPeopleRoutes(parts: Parts): Hono<Env> {
  return new Hono<Env>()
    .patch('/networks/:id/people/:personId', async (context) => {
      const { id: networkId, personId } = context.req.param()
      await requireNetwork(parts, signedIn(context), networkId)
      const { teamId } = await readBody(context.req.raw, movePersonBody, parts.limits.bodyBytes)
      await movePerson(parts, { networkId, personId, teamId })
      return context.json({ personId, teamIds: [teamId] })
    })
    .delete('/networks/:id/people/:personId', async (context) => {
      const { id: networkId, personId } = context.req.param()
      const caller = signedIn(context)
      await requireNetwork(parts, caller, networkId)
      await removePerson(parts, caller, { networkId, personId })
      return context.body(null, 204)
    })
}
