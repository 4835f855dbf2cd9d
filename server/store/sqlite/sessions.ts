import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { SessionRow, SignedIn } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import { networksOfPerson } from './networks.ts'
import { query } from './query.ts'

type SessionCalls = Pick<
  SyncCalls,
  'addSession' | 'findSession' | 'sessionById' | 'sessionsOf' | 'endSession' | 'setSessionNetwork'
>

const columns = `id, person_id AS personId, network_id AS networkId, created_at AS createdAt, expires_at AS expiresAt`
const isLive = 'ended_at IS NULL AND expires_at > ?'

/** Sessions. An ended or expired one is not found. */
export function sessionCalls(
  db: DatabaseSync,
  person: SyncCalls['person'],
): SessionCalls & { endSessionsOf: (personId: string, at: number) => void } {
  const add = query<[string, string, string | null, Uint8Array, number, number]>(
    db,
    'INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, NULL)',
  )
  const byHash = query<[Uint8Array, number], SessionRow>(
    db,
    `SELECT ${columns} FROM sessions WHERE token_hash = ? AND ${isLive}`,
  )
  const byId = query<[string, number], SessionRow>(db, `SELECT ${columns} FROM sessions WHERE id = ? AND ${isLive}`)
  const byPerson = query<[string, number], SessionRow>(
    db,
    `SELECT ${columns} FROM sessions WHERE person_id = ? AND ${isLive} ORDER BY created_at DESC, rowid DESC`,
  )
  const end = query<[number, string]>(db, 'UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL')
  const endAll = query<[number, string]>(
    db,
    'UPDATE sessions SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL',
  )
  const wasRemoved = query<[string], { id: string }>(
    db,
    'SELECT id FROM people WHERE id = ? AND removed_at IS NOT NULL',
  )
  const setNetwork = query<[string, string]>(db, 'UPDATE sessions SET network_id = ? WHERE id = ?')
  const teamIdsOf = query<[string], { id: string }>(
    db,
    'SELECT team_id AS id FROM team_members WHERE person_id = ? ORDER BY at, rowid',
  )
  const networkIdsOf = query<[string], { id: string }>(
    db,
    `SELECT id FROM networks WHERE id IN (${networksOfPerson}) ORDER BY created_at, rowid`,
  )

  function signedIn(session: SessionRow | null): SignedIn | null {
    const who = session && person(session.personId)
    if (!session || !who) return null
    return {
      session,
      person: who,
      teamIds: teamIdsOf.all(who.id).map(({ id }) => id),
      networkIds: networkIdsOf.all(who.id).map(({ id }) => id),
    }
  }

  return {
    addSession({ id, personId, networkId, tokenHash, createdAt, expiresAt }) {
      // Removed while somebody took the name up on another device.
      if (wasRemoved.get(personId)) throw new AppError('notFound')
      add.run(id, personId, networkId, tokenHash, createdAt, expiresAt)
    },
    findSession: (tokenHash, now) => signedIn(byHash.get(tokenHash, now)),
    sessionById: (id, now) => signedIn(byId.get(id, now)),
    sessionsOf: (personId, now) => byPerson.all(personId, now),
    // Ending twice is no error: «sign out» and «somebody took over» may meet.
    endSession(id, at) {
      end.run(at, id)
    },
    endSessionsOf(personId, at) {
      endAll.run(at, personId)
    },
    setSessionNetwork(sessionId, networkId) {
      if (setNetwork.run(networkId, sessionId) === 0) throw new AppError('notFound')
    },
  }
}
