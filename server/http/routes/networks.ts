import { Hono } from 'hono'
import { newGatheringBody, newLinkBody, newNetworkBody, newTeamsBody } from '../../../shared/api.ts'
import { documentId } from '../../../shared/document-id.ts'
import { AppError } from '../../../shared/errors.ts'
import { closeCode } from '../../../shared/protocol.ts'
import { requireNetwork, requireRight, type Caller } from '../../access/caller.ts'
import type { Parts } from '../../access/parts.ts'
import { showCode } from '../../access/secret-code.ts'
import { endCard, rotateCard } from '../../networks/cards.ts'
import { endLink, makeLink } from '../../networks/links.ts'
import { makeGathering } from '../../networks/make-gathering.ts'
import { makeNetwork } from '../../networks/make-network.ts'
import { makeTeams } from '../../networks/make-teams.ts'
import { networkView } from '../../networks/network-view.ts'
import { secretUrl } from '../../networks/public-address.ts'
import { readBody } from '../body.ts'
import { signedIn, type Env } from '../env.ts'

/** What facilitators manage: networks, gatherings, teams, cards and links. */
export function networkRoutes(parts: Parts): Hono<Env> {
  const { directory, limits } = parts
  return new Hono<Env>()
    .post('/networks', async (context) => {
      const caller = signedIn(context)
      requireRight(caller, 'manageNetwork')
      if (!caller.person.mayMakeNetworks) throw new AppError('notAllowed')
      const { name } = await readBody(context.req.raw, newNetworkBody, limits.bodyBytes)
      const id = await makeNetwork(parts, { name, facilitatorId: caller.person.id })
      await directory.setSessionNetwork(caller.sessionId, id)
      return context.json({ id }, 201)
    })
    .get('/networks/:id', async (context) => {
      const networkId = context.req.param('id')
      await requireNetwork(parts, signedIn(context), networkId)
      return context.json(await networkView(parts, networkId))
    })
    .get('/networks/:id/online', async (context) => {
      const networkId = context.req.param('id')
      await requireNetwork(parts, signedIn(context), networkId, 'seeOnline')
      return context.json(parts.online.view(networkId))
    })
    .post('/networks/:id/gatherings', async (context) => {
      const networkId = context.req.param('id')
      await requireNetwork(parts, signedIn(context), networkId)
      const body = await readBody(context.req.raw, newGatheringBody, limits.bodyBytes)
      const made = await makeGathering(parts, { networkId, ...body })
      await leaveOtherGatherings(parts, networkId)
      await parts.boardsRest.refresh(networkId)
      return context.json(made, 201)
    })
    .post('/networks/:id/teams', async (context) => {
      const networkId = context.req.param('id')
      await requireNetwork(parts, signedIn(context), networkId)
      const { teams } = await readBody(context.req.raw, newTeamsBody, limits.bodyBytes)
      const made = await makeTeams(parts, networkId, teams)
      parts.overview.networkChanged(networkId)
      const views = made.map(({ id, number, name, municipalities, code, token }) => ({
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
    .post('/networks/:id/teams/:teamId/card', async (context) => {
      const team = await ownTeam(parts, signedIn(context), context.req.param())
      return context.json(await rotateCard(parts, team.networkId, team.id), 201)
    })
    .delete('/networks/:id/teams/:teamId/card', async (context) => {
      const team = await ownTeam(parts, signedIn(context), context.req.param())
      await endCard(parts, team.networkId, team.id)
      return context.body(null, 204)
    })
    .post('/networks/:id/links', async (context) => {
      const networkId = context.req.param('id')
      await requireNetwork(parts, signedIn(context), networkId)
      const { role, teamIds } = await readBody(context.req.raw, newLinkBody, limits.bodyBytes)
      return context.json(await makeLink(parts, networkId, { role, teamIds: teamIds ?? [] }), 201)
    })
    .delete('/networks/:id/links/:linkId', async (context) => {
      const { id, linkId } = context.req.param()
      await requireNetwork(parts, signedIn(context), id)
      await endLink(parts, id, linkId)
      return context.body(null, 204)
    })
}

async function ownTeam(parts: Parts, caller: Caller, { id, teamId }: { id: string; teamId: string }) {
  await requireNetwork(parts, caller, id)
  const team = await parts.directory.team(teamId)
  if (team === null || team.networkId !== id) throw new AppError('notFound')
  return team
}

/**
 * Closes what is open of the network's gatherings that are not the current one. Read after the write, so that
 * two facilitators who make one at the same moment leave everyone in the same.
 */
async function leaveOtherGatherings(parts: Parts, networkId: string): Promise<void> {
  const network = await parts.directory.network(networkId)
  const gatherings = await parts.directory.gatherings(networkId)
  const old = new Set(
    gatherings
      .filter(({ id }) => id !== network?.currentGatheringId)
      .flatMap(({ id }) => [documentId('gathering', id), documentId('stage', id), documentId('talk', id)]),
  )
  parts.gate.revoke((_who, document) => old.has(document), closeCode.gatheringChanged, 'gatheringChanged')
}
