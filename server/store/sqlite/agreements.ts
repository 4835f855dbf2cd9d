import type { DatabaseSync } from 'node:sqlite'
import type { AgreementRow } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import type { ApplyOnce } from './commands.ts'
import { query } from './query.ts'

type AgreementCalls = Pick<SyncCalls, 'agree' | 'agreements'>

/** Agreements to goals. One answer a person and goal: the last. */
export function agreementCalls(db: DatabaseSync, once: ApplyOnce): AgreementCalls {
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
    agree: ({ teamId, goalId, personId, wording, answer, at, ...command }) =>
      once({ ...command, at }, () => {
        if (answer === 'none') takeBack.run(teamId, goalId, personId)
        else put.run(teamId, goalId, personId, wording, answer, at)
      }),
    agreements: (teamId) => byTeam.all(teamId),
  }
}
