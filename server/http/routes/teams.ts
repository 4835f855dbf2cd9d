import { Hono } from 'hono'
import type { OwnAgreementsView, OwnCommentsView } from '../../../shared/api.ts'
import { requireTeam } from '../../access/caller.ts'
import type { Parts } from '../../access/parts.ts'
import { hiddenComments } from '../../derived/comments-view.ts'
import { signedIn, type Env } from '../env.ts'

/**
 * What a person asks about the team that is in no document: one's own answers, which comments are one's own, and
 * what is hidden.
 */
export function teamRoutes(parts: Pick<Parts, 'directory'>): Hono<Env> {
  return new Hono<Env>()
    .get('/teams/:teamId/agreements', async (context) => {
      const caller = signedIn(context)
      const team = await requireTeam(parts, caller, context.req.param('teamId'), 'agreeToGoal')
      const rows = await parts.directory.agreements(team.id)
      const own: OwnAgreementsView = {}
      for (const { goalId, personId, wording, answer } of rows) {
        if (personId === caller.person.id) own[goalId] = { wording, answer }
      }
      return context.json(own)
    })
    .get('/teams/:teamId/comments/own', async (context) => {
      const caller = signedIn(context)
      const team = await requireTeam(parts, caller, context.req.param('teamId'), 'comment')
      const own: OwnCommentsView = await parts.directory.ownComments(team.id, caller.person.id)
      return context.json(own)
    })
    .get('/teams/:teamId/comments/hidden', async (context) => {
      const team = await requireTeam(parts, signedIn(context), context.req.param('teamId'), 'hideComment')
      return context.json(hiddenComments(await parts.directory.comments(team.id)))
    })
}
