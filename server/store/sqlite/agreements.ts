import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { AgreementRow } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import { query } from './query.ts'

type AgreementCalls = Pick<SyncCalls, 'agree' | 'appliedCommand' | 'agreements'>

/** Agreements to goals, and the ids of the commands that were applied. One answer a person and goal: the last. */
export function agreementCalls(db: DatabaseSync): AgreementCalls {
  const commandHash = query<[string], { contentHash: string }>(
    db,
    'SELECT content_hash AS contentHash FROM commands WHERE id = ?',
  )
  const addCommand = query<[string, string, number]>(db, 'INSERT INTO commands VALUES (?, ?, ?)')
  const put = query<[string, string, string, string, string, number]>(
    db,
    'INSERT OR REPLACE INTO agreements VALUES (?, ?, ?, ?, ?, ?)',
  )
  const takeBack = query<[string, string, string]>(
    db,
    'DELETE FROM agreements WHERE team_id = ? AND goal_id = ? AND person_id = ?',
  )
  const byTeam = query<[string], AgreementRow>(
    db,
    `SELECT goal_id AS goalId, person_id AS personId, wording, answer FROM agreements
     WHERE team_id = ? ORDER BY goal_id, at, person_id`,
  )

  return {
    agree({ commandId, contentHash, teamId, goalId, personId, wording, answer, at }) {
      const applied = commandHash.get(commandId)
      if (applied && applied.contentHash !== contentHash) throw new AppError('commandReused')
      if (applied) return false
      addCommand.run(commandId, contentHash, at)
      if (answer === 'none') takeBack.run(teamId, goalId, personId)
      else put.run(teamId, goalId, personId, wording, answer, at)
      return true
    },
    appliedCommand: (commandId) => commandHash.get(commandId)?.contentHash ?? null,
    agreements: (teamId) => byTeam.all(teamId),
  }
}
