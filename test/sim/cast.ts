import type { SyncCalls } from '../../server/store/sqlite/calls.ts'
import { hashToken } from '../../server/access/caller.ts'
import type { NewSecret } from '../../server/store/directory.ts'
import type { Role } from '../../shared/roles.ts'

/** Twelve people, one of them with a program of their own (`stock`). */
export type Actor = { readonly name: string; readonly role: Role; readonly personId: string; readonly token: string }

const person = (name: string, role: Role): Actor => ({ name, role, personId: `id-${name}`, token: `token-of-${name}` })

const editors = ['Mette', 'Ola', 'Siv', 'Per', 'Eva', 'Nils', 'Liv', 'Jon']

/** The one who never gives her name: nothing that others may read knows of her. */
export const nameless = person('Navnløs', 'commenter')
export const facilitator = person('Ragnhild', 'facilitator')
export const stock = person('stock', 'editor')
/** Those with our own client. */
export const ours = [
  ...editors.map((name) => person(name, 'editor')),
  facilitator,
  person('Gro', 'commenter'),
  nameless,
] as const
export const everybody: readonly Actor[] = [...ours, stock]

export const networkId = 'n'
export const teamId = 'sim'
export const teamDocumentId = `team:${teamId}`
export const talkDocumentId = `talk:${teamId}`
/** Where somebody is moved to. */
export const otherTeamId = 'other'

const year = 365 * 24 * 60 * 60 * 1000

/** Makes the network, its two teams and everybody in them, on a disk that does not fail yet. */
export function enterEverybody(calls: SyncCalls, now: number): void {
  const secret = (id: string, parts: Partial<NewSecret>): NewSecret => {
    const bytes = new TextEncoder().encode(id)
    return {
      ...{ id, networkId, role: 'editor', teamId: null, teamIds: [], createdAt: now, expiresAt: now + year },
      ...{ codeHash: null, tokenHash: bytes, codeCipher: bytes, tokenCipher: bytes, oneTime: false },
      ...parts,
    }
  }
  calls.createNetwork({ id: networkId, name: 'Nettverket', facilitatorId: null, at: now, documents: [] })
  calls.createTeams({
    networkId,
    at: now,
    teams: [teamId, otherTeamId].map((id) => ({
      ...{ id, name: id, municipalities: [], documents: [], secret: secret(`card ${id}`, { teamId: id }) },
    })),
  })
  calls.addSecret(secret('facilitators', { role: 'facilitator' }))
  calls.addSecret(secret('commenters', { role: 'commenter', teamIds: [teamId] }))
  const secretOf = { editor: `card ${teamId}`, facilitator: 'facilitators', commenter: 'commenters', display: '' }
  for (const { name, role, personId, token } of everybody) {
    calls.join({
      person: { id: personId, networkId, name, title: null, role, language: 'nb', mayMakeNetworks: false },
      teamIds: role === 'facilitator' ? [] : [teamId],
      session: {
        ...{ id: `session-of-${name}`, personId, networkId, createdAt: now, expiresAt: now + year },
        tokenHash: hashToken(token),
      },
      secretId: secretOf[role],
      at: now,
    })
  }
}
