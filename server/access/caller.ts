import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { can, reachesTeam, type Action, type Role } from '../../shared/roles.ts'
import type { Person, SignedIn, Team } from '../store/directory.ts'
import type { Parts } from './parts.ts'

/** Whoever asks, with everything that rights are decided from, as it stands on disk now. */
export type Caller = {
  sessionId: string
  expiresAt: number
  person: Person
  role: Role
  /** the network that the session works in */
  networkId: string | null
  /** every network that the person may see anything of */
  networkIds: string[]
  /** the teams that an editor or commenter reaches; facilitators reach all, see `reachesTeam` */
  teamIds: string[]
}

/** How a session token is stored. It has 256 random bits, so a plain hash is enough. */
export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest()
}

/** Whose token this is; null for none, an unknown, an ended or an expired one. */
export async function callerByToken(
  parts: Pick<Parts, 'directory' | 'clock'>,
  token: string | null,
): Promise<Caller | null> {
  if (token === null || token === '' || token.length > 200) return null
  const signedIn = await parts.directory.findSession(hashToken(token))
  if (signedIn === null || signedIn.session.expiresAt <= parts.clock.now()) return null
  return callerOf(parts, signedIn)
}

/** The caller of a session row. A commenter who was given no team by name reaches all, also those made later. */
export async function callerOf(parts: Pick<Parts, 'directory'>, signedIn: SignedIn): Promise<Caller> {
  const { session, person, networkIds } = signedIn
  const isFacilitator = person.role === 'facilitator'
  const chosen = session.networkId !== null && networkIds.includes(session.networkId)
  const networkId = isFacilitator ? (chosen ? session.networkId : (networkIds[0] ?? null)) : person.networkId
  const reachesAll = person.role === 'commenter' && signedIn.teamIds.length === 0 && networkId !== null
  const teamIds = reachesAll ? (await parts.directory.teams(networkId)).map((team) => team.id) : signedIn.teamIds
  return {
    sessionId: session.id,
    expiresAt: session.expiresAt,
    person,
    role: person.role,
    networkId,
    networkIds: isFacilitator ? networkIds : networkId === null ? [] : [networkId],
    teamIds,
  }
}

/** Throws `notAllowed` unless the caller's role may do it. */
export function requireRight(caller: Caller, action: Action): void {
  if (!can(caller.role, action)) throw new AppError('notAllowed')
}

/** Throws unless the caller manages this network: `notFound` where there is none, `notAllowed` where it is others'. */
export async function requireNetwork(
  parts: Pick<Parts, 'directory'>,
  caller: Caller,
  networkId: string,
  action: Action = 'manageNetwork',
): Promise<void> {
  requireRight(caller, action)
  if (caller.networkIds.includes(networkId)) return
  throw new AppError((await parts.directory.network(networkId)) === null ? 'notFound' : 'notAllowed')
}

/** Throws unless the caller's role may do it and the team is theirs: `notFound` where there is none, else `notAllowed`. */
export async function requireTeam(
  parts: Pick<Parts, 'directory'>,
  caller: Caller,
  teamId: string,
  action: Action,
): Promise<Team> {
  requireRight(caller, action)
  if (!reachesTeam(caller.role, caller.teamIds, teamId)) throw new AppError('notAllowed')
  const team = await parts.directory.team(teamId)
  if (team === null) throw new AppError('notFound')
  if (!caller.networkIds.includes(team.networkId)) throw new AppError('notAllowed')
  return team
}
