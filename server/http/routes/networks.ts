import { Hono } from 'hono'
import { changeNetworkBody, newGatheringBody, newLinkBody, newNetworkBody } from '../../../shared/api.ts'
import { documentId } from '../../../shared/document-id.ts'
import { AppError } from '../../../shared/errors.ts'
import { closeCode } from '../../../shared/protocol.ts'
import { requireNetwork, requireRight } from '../../access/caller.ts'
import type { Parts } from '../../access/parts.ts'
import { endLink, makeLink } from '../../networks/links.ts'
import { makeGathering } from '../../networks/make-gathering.ts'
import { makeNetwork } from '../../networks/make-network.ts'
import { networkView } from '../../networks/network-view.ts'
import { readBody } from '../body.ts'
import { signedIn, type Env } from '../env.ts'

/** What facilitators manage: networks, gatherings and links. */
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
    .patch('/networks/:id', async (context) => {
      const networkId = context.req.param('id')
      await requireNetwork(parts, signedIn(context), networkId)
      const { name } = await readBody(context.req.raw, changeNetworkBody, limits.bodyBytes)
      await directory.renameNetwork(networkId, name)
      return context.json({ id: networkId, name })
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
