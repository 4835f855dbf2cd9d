import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { SyncCalls } from './calls.ts'
import { query } from './query.ts'

/** What facilitators do with people: into another team, or out. */
export function membershipCalls(
  db: DatabaseSync,
  { endSessionsOf, endWayBack }: Record<'endSessionsOf' | 'endWayBack', (personId: string, at: number) => void>,
): Pick<SyncCalls, 'movePerson' | 'removePerson'> {
  const personIn = query<[string], { networkId: string | null; role: string }>(
    db,
    'SELECT network_id AS networkId, role FROM people WHERE id = ? AND removed_at IS NULL',
  )
  const networkOfTeam = query<[string], { networkId: string }>(
    db,
    'SELECT network_id AS networkId FROM teams WHERE id = ? AND removed_at IS NULL',
  )
  const teamsOf = query<[string], { id: string }>(db, 'SELECT team_id AS id FROM team_members WHERE person_id = ?')
  const leaveTeams = query<[string]>(db, 'DELETE FROM team_members WHERE person_id = ?')
  const enterTeam = query<[string, string, number]>(db, 'INSERT INTO team_members VALUES (?, ?, ?)')
  const remove = query<[number, string]>(db, 'UPDATE people SET removed_at = ? WHERE id = ?')
  const letOut = query<[string, string]>(db, 'DELETE FROM network_facilitators WHERE person_id = ? AND network_id = ?')
  const networksLeft = query<[string], { count: number }>(
    db,
    'SELECT count(*) AS count FROM network_facilitators WHERE person_id = ?',
  )
  const leaveNetwork = query<[string, string]>(
    db,
    'UPDATE sessions SET network_id = NULL WHERE person_id = ? AND network_id = ?',
  )

  function end(personId: string, at: number): void {
    remove.run(at, personId)
    endSessionsOf(personId, at)
    endWayBack(personId, at)
  }

  return {
    movePerson({ personId, teamId, at }) {
      const person = personIn.get(personId)
      const team = networkOfTeam.get(teamId)
      if (!person || person.role !== 'editor' || !team || team.networkId !== person.networkId) {
        throw new AppError('notFound')
      }
      const before = teamsOf.all(personId).map(({ id }) => id)
      if (before.length === 1 && before[0] === teamId) return before
      leaveTeams.run(personId)
      enterTeam.run(teamId, personId, at)
      return before
    },

    removePerson({ personId, networkId, at }) {
      const person = personIn.get(personId)
      if (!person) throw new AppError('notFound')
      if (person.role === 'facilitator') {
        if (letOut.run(personId, networkId) === 0) throw new AppError('notFound')
        leaveNetwork.run(personId, networkId)
        if (networksLeft.get(personId)?.count === 0) end(personId, at)
        return []
      }
      if (person.networkId !== networkId || person.role === 'display') throw new AppError('notFound')
      end(personId, at)
      return teamsOf.all(personId).map(({ id }) => id)
    },
  }
}
