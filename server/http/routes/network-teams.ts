import { Hono } from 'hono'
import { changeTeamBody, newTeamsBody, type ChangedTeamView, type NewTeamsView } from '../../../shared/api.ts'
import { documentId } from '../../../shared/document-id.ts'
import { AppError } from '../../../shared/errors.ts'
import { requireNetwork, type Caller } from '../../access/caller.ts'
import type { Parts } from '../../access/parts.ts'
import { showCode } from '../../access/secret-code.ts'
import { endCard, rotateCard } from '../../networks/cards.ts'
import { makeTeams } from '../../networks/make-teams.ts'
import { secretUrl } from '../../networks/public-address.ts'
import { changeTeam, removeTeam, restoreTeam } from '../../networks/teams.ts'
import type { Team } from '../../store/directory.ts'
import { readBody } from '../body.ts'
import { signedIn, type Env } from '../env.ts'

/** What facilitators do with the teams of a network, and their cards. */
export function networkTeamRoutes(parts: Parts): Hono<Env> {
  const { limits } = parts
  return new Hono<Env>()
    .post('/networks/:id/teams', async (context) => {
      const networkId = context.req.param('id')
      await requireNetwork(parts, signedIn(context), networkId)
      const { teams } = await readBody(context.req.raw, newTeamsBody, limits.bodyBytes)
      const made = await makeTeams(parts, networkId, teams)
      parts.overview.networkChanged(networkId)
      const views: NewTeamsView['teams'] = made.map(({ id, number, name, municipalities, code, token }) => ({
        id,
        number,
        name,
        municipalities,
        code: showCode(code),
        url: secretUrl(parts.address, token),
        documentId: documentId('team', id),
        talkDocumentId: documentId('talk', id),
      }))
      return context.json({ teams: views }, 201)
    })
    .patch('/networks/:id/teams/:teamId', async (context) => {
      const team = await ownTeam(parts, signedIn(context), context.req.param())
      const body = await readBody(context.req.raw, changeTeamBody, limits.bodyBytes)
      const changed = await changeTeam(parts, team, body)
      if (changed === null) throw new AppError('notFound')
      const { id, number, name, municipalities } = changed
      return context.json({ id, number, name, municipalities } satisfies ChangedTeamView)
    })
    .delete('/networks/:id/teams/:teamId', async (context) => {
      const caller = signedIn(context)
      const team = await ownTeam(parts, caller, context.req.param())
      await parts.heavyWork.run(caller.person.id, () => removeTeam(parts, team, caller.person.id))
      return context.body(null, 204)
    })
    .post('/networks/:id/teams/:teamId/restore', async (context) => {
      const { id, teamId } = context.req.param()
      await requireNetwork(parts, signedIn(context), id)
      const removed = (await parts.directory.removedTeams(id)).find((team) => team.id === teamId)
      if (!removed) throw new AppError('notFound')
      return context.json({ card: await restoreTeam(parts, removed) })
    })
    .post('/networks/:id/teams/:teamId/card', async (context) => {
      const team = await ownTeam(parts, signedIn(context), context.req.param())
      return context.json(await rotateCard(parts, team.networkId, team.id), 201)
    })
    .delete('/networks/:id/teams/:teamId/card', async (context) => {
      const team = await ownTeam(parts, signedIn(context), context.req.param())
      await endCard(parts, team.networkId, team.id)
      return context.body(null, 204)
    })
}

async function ownTeam(
  parts: Pick<Parts, 'directory'>,
  caller: Caller,
  { id, teamId }: { id: string; teamId: string },
): Promise<Team> {
  await requireNetwork(parts, caller, id)
  const team = await parts.directory.team(teamId)
  if (team === null || team.networkId !== id) throw new AppError('notFound')
  return team
}
