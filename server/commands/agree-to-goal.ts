import type { CommandOf } from '../../shared/commands.ts'
import { documentId } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { goalById } from '../../shared/select/goals.ts'
import type { Caller } from '../access/caller.ts'
import { refreshTalk } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'
import { admitCommand } from './admit-command.ts'

/**
 * «Er vi enige om dette målet?» One person's answer to one wording, kept in SQL and then shown in the team's
 * talk. Rejects `goalGone` for a goal that was deleted meanwhile; a repetition of what was applied before is
 * answered as the first time, whatever became of the goal.
 */
export async function agreeToGoal(
  parts: Pick<Parts, 'directory' | 'rooms' | 'talk' | 'clock' | 'log'>,
  caller: Caller,
  command: CommandOf<'agreeToGoal'>,
): Promise<void> {
  const { teamId, goalId, wording, answer } = command
  const applied = await admitCommand(parts, caller, command, 'agreeToGoal')
  if (applied === null) return
  const goal = await parts.rooms.read(documentId('team', teamId), (doc) => goalById(openTeamDocument(doc), goalId))
  if (!goal || goal.deletedAt) throw new AppError('goalGone')
  await parts.directory.agree({ ...applied, teamId, goalId, personId: caller.person.id, wording, answer })
  await refreshTalk(parts, [teamId])
}
