import { Hono } from 'hono'
import {
  findTextBody,
  newVersionBody,
  purgeBody,
  type FoundView,
  type PurgeView,
  type VersionsView,
  type VersionTextView,
} from '../../../shared/api.ts'
import { documentId } from '../../../shared/document-id.ts'
import { AppError } from '../../../shared/errors.ts'
import { requireTeam } from '../../access/caller.ts'
import type { Parts } from '../../access/parts.ts'
import { findText, purgeTeam } from '../../versions/purge.ts'
import { restoreVersion } from '../../versions/restore-version.ts'
import { historyView, versionText, versionViews } from '../../versions/version-views.ts'
import { readBody } from '../body.ts'
import { signedIn, type Env } from '../env.ts'
import { historyQuery } from '../history-query.ts'

/** How a team's board was before: versions, who changed what, and what must be nowhere any more. */
export function teamVersionRoutes(parts: Parts): Hono<Env> {
  const { bodyBytes } = parts.limits
  return new Hono<Env>()
    .get('/teams/:teamId/versions', async (context) => {
      const team = await requireTeam(parts, signedIn(context), context.req.param('teamId'), 'seeVersions')
      return context.json({ versions: await versionViews(parts, team.id) } satisfies VersionsView)
    })
    .post('/teams/:teamId/versions', async (context) => {
      const caller = signedIn(context)
      const team = await requireTeam(parts, caller, context.req.param('teamId'), 'seeVersions')
      const { name } = await readBody(context.req.raw, newVersionBody, bodyBytes)
      const board = documentId('team', team.id)
      const save = () => parts.versions.save(board, { kind: 'named', name, personId: caller.person.id })
      const { id } = await parts.heavyWork.run(caller.person.id, save)
      return context.json({ id: String(id) }, 201)
    })
    .get('/teams/:teamId/versions/:versionId', async (context) => {
      const { teamId, versionId } = context.req.param()
      const caller = signedIn(context)
      const team = await requireTeam(parts, caller, teamId, 'seeVersions')
      const text = await parts.heavyWork.run(caller.person.id, () => versionText(parts, team.id, versionId))
      return context.json(text satisfies VersionTextView)
    })
    .post('/teams/:teamId/versions/:versionId/restore', async (context) => {
      const { teamId, versionId } = context.req.param()
      const caller = signedIn(context)
      const team = await requireTeam(parts, caller, teamId, 'restoreVersion')
      // To write by way of a version is to write.
      await parts.boardsRest.know(team.networkId)
      if (caller.role === 'editor' && parts.boardsRest.resting(team.networkId)) throw new AppError('boardsRest')
      if (caller.role === 'editor' && !parts.restoreRate.spend(team.id)) throw new AppError('tooManyTries')
      const personId = caller.person.id
      await parts.heavyWork.run(personId, () => restoreVersion(parts, { teamId: team.id, versionId, personId }))
      return context.json({ ok: true })
    })
    .get('/teams/:teamId/history', async (context) => {
      const team = await requireTeam(parts, signedIn(context), context.req.param('teamId'), 'seeHistory')
      const query = historyQuery(context.req.query(), parts.clock.now())
      return context.json(await historyView(parts, team.id, query))
    })
    .post('/teams/:teamId/find', async (context) => {
      const caller = signedIn(context)
      const team = await requireTeam(parts, caller, context.req.param('teamId'), 'purge')
      const { text } = await readBody(context.req.raw, findTextBody, bodyBytes)
      const found = await parts.heavyWork.run(caller.person.id, () => findText(parts, team, text))
      return context.json(found satisfies FoundView)
    })
    .post('/teams/:teamId/purge', async (context) => {
      const caller = signedIn(context)
      const team = await requireTeam(parts, caller, context.req.param('teamId'), 'purge')
      const request = await readBody(context.req.raw, purgeBody, bodyBytes)
      const purged = await parts.heavyWork.run(caller.person.id, () => purgeTeam(parts, team, request))
      return context.json(purged satisfies PurgeView)
    })
}
