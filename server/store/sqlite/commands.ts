import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { AppliedCommand } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import { query } from './query.ts'

/** Runs `apply` unless the command was applied before (false). Throws `commandReused`. Both are in one transaction. */
export type ApplyOnce = (command: AppliedCommand, apply: () => void) => boolean

/** The ids of the commands that were applied, with what they said. */
export function commandCalls(
  db: DatabaseSync,
): Pick<SyncCalls, 'appliedCommand' | 'sweepCommands'> & { once: ApplyOnce } {
  const hashOf = query<[string], { contentHash: string }>(
    db,
    'SELECT content_hash AS contentHash FROM commands WHERE id = ?',
  )
  const add = query<[string, string, number]>(db, 'INSERT INTO commands VALUES (?, ?, ?)')
  const sweep = query<[number]>(db, 'DELETE FROM commands WHERE at < ?')

  return {
    appliedCommand: (commandId) => hashOf.get(commandId)?.contentHash ?? null,
    sweepCommands: (before) => sweep.run(before),
    once({ commandId, contentHash, at }, apply) {
      const applied = hashOf.get(commandId)
      if (applied && applied.contentHash !== contentHash) throw new AppError('commandReused')
      if (applied) return false
      apply()
      add.run(commandId, contentHash, at)
      return true
    },
  }
}
