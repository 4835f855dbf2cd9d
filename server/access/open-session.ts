import { randomBytes } from 'node:crypto'
import type { Language } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { closeCode } from '../../shared/protocol.ts'
import type { Person, Secret, SessionRow } from '../store/directory.ts'
import { callerByToken, hashToken, type Caller } from './caller.ts'
import { findSecret, teamOf } from './find-secret.ts'
import type { Parts } from './parts.ts'

type NewSession = SessionRow & { tokenHash: Uint8Array }
export type Opened = { token: string; caller: Caller }

/** What is known of whoever joins. `personId` takes up the name of a member who is there already. */
export type Joining = { secret: string; name?: string | undefined; language: Language; personId?: string | undefined }

/**
 * Signs somebody in by a secret, which alone decides role and teams. Rejects as `findSecret` does, `nameEmpty`
 * for a person without a name, `tooManyTries` when the secret has let in too many lately, and `personTaken` for a name that this secret may not take up. A facilitator's own way
 * back takes up that person, whatever else is said; the sessions they have stay.
 */
export async function openSession(parts: Parts, joining: Joining): Promise<Opened> {
  const secret = await findSecret(parts, joining.secret)
  const isNew = secret.personId === null && joining.personId === undefined
  if (isNew && secret.role !== 'display' && !joining.name) throw new AppError('nameEmpty')
  if (!parts.joins.take(secret.id)) throw new AppError('tooManyTries')
  const token = randomBytes(32).toString('base64url')
  const at = parts.clock.now()
  const session: NewSession = {
    id: parts.newId(),
    personId: secret.personId ?? joining.personId ?? parts.newId(),
    networkId: secret.networkId,
    createdAt: at,
    expiresAt: at + parts.limits.sessionMs,
    tokenHash: hashToken(token),
  }
  if (secret.personId !== null) await parts.directory.addSession(session)
  else if (isNew) await joinAnew(parts, secret, session, joining)
  else await takeUp(parts, secret, session, joining)
  const caller = await callerByToken(parts, token)
  if (caller === null) throw new AppError('takenOver')
  return { token, caller }
}

async function joinAnew(parts: Parts, secret: Secret, session: NewSession, joining: Joining): Promise<void> {
  const isDisplay = secret.role === 'display'
  const person: Person = {
    id: session.personId,
    networkId: secret.networkId,
    name: isDisplay ? '' : (joining.name ?? ''),
    title: null,
    role: secret.role,
    language: joining.language,
    mayMakeNetworks: secret.role === 'facilitator' && secret.oneTime,
  }
  const teamIds = secret.teamId === null ? secret.teamIds : [secret.teamId]
  await parts.directory.join({ person, teamIds, session, secretId: secret.id, at: session.createdAt })
  if (person.role === 'editor') await refreshTalk(parts, teamIds)
}

/**
 * «Er du Mette?» on another device. Only an editor of the secret's own team and no other, never a facilitator or
 * commenter.
 * The newest session wins: every older one of the person ends and its open sockets are told, also when two
 * devices take the same name at once.
 */
async function takeUp(parts: Parts, secret: Secret, session: NewSession, joining: Joining): Promise<void> {
  const { directory } = parts
  const teamId = teamOf(secret)
  const members = secret.role === 'editor' && teamId !== null ? await directory.members(teamId) : []
  const person = members.find((member) => member.id === session.personId)
  if (!person) throw new AppError('personTaken')
  await directory.addSession(session)
  // Rights are the person's: one who has another team too would bring it along, which this secret does not open.
  const reach = (await directory.sessionById(session.id))?.teamIds ?? []
  if (reach.some((id) => id !== teamId)) {
    await directory.endSession(session.id)
    throw new AppError('personTaken')
  }
  const [, ...older] = await directory.sessionsOf(person.id)
  const ended = new Set(older.map((row) => row.id))
  for (const id of ended) await directory.endSession(id)
  parts.gate.revoke((who) => ended.has(who.sessionId), closeCode.takenOver, 'takenOver')
  if (person.language !== joining.language) await directory.changePerson(person.id, { language: joining.language })
}

/**
 * Writes the members into the teams' talk documents. They are a picture of what is on disk and are written
 * again at the next change, so a failure here does not undo what the person did.
 */
export async function refreshTalk(parts: Pick<Parts, 'talk' | 'log'>, teamIds: Iterable<string>): Promise<void> {
  for (const teamId of teamIds) {
    try {
      await parts.talk.refresh(teamId)
    } catch (error) {
      parts.log.warn({ err: error, teamId }, 'talk was not refreshed')
    }
  }
}
