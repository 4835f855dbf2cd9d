import { Hono } from 'hono'
import type { OwnAgreementsView } from '../../../shared/api.ts'
import { AppError } from '../../../shared/errors.ts'
import { reachesTeam } from '../../../shared/roles.ts'
import { requireRight } from '../../access/caller.ts'
import type { Parts } from '../../access/parts.ts'
import { signedIn, type Env } from '../env.ts'

/** What a member asks about the team that is in no document: one's own answers. */
export function teamRoutes(parts: Pick<Parts, 'directory'>): Hono<Env> {
  return new Hono<Env>().get('/teams/:teamId/agreements', async (context) => {
    const caller = signedIn(context)
    const teamId = context.req.param('teamId')
    requireRight(caller, 'agreeToGoal')
    if (!reachesTeam(caller.role, caller.teamIds, teamId)) throw new AppError('notAllowed')
    const rows = await parts.directory.agreements(teamId)
    const own: OwnAgreementsView = {}
    for (const { goalId, personId, wording, answer } of rows) {
      if (personId === caller.person.id) own[goalId] = { wording, answer }
    }
    return context.json(own)
  })
}
