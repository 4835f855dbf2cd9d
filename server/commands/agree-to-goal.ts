import type { Command } from '../../shared/commands.ts'
import { documentId } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import { reachesTeam } from '../../shared/roles.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { goalById } from '../../shared/select/goals.ts'
import { requireRight, type Caller } from '../access/caller.ts'
import { refreshTalk } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'
import { contentHash } from './content-hash.ts'

/**
 * «Er vi enige om dette målet?» One person's answer to one wording, kept in SQL and then shown in the team's
 * talk. Rejects `goalGone` for a goal that was deleted meanwhile; a repetition of what was applied before is
 * answered as the first time, whatever became of the goal.
 */
export async function agreeToGoal(
  parts: Pick<Parts, 'directory' | 'rooms' | 'talk' | 'clock' | 'log'>,
  caller: Caller,
  command: Extract<Command, { type: 'agreeToGoal' }>,
): Promise<void> {
  const { id: commandId, teamId, goalId, wording, answer } = command
  requireRight(caller, 'agreeToGoal')
  if (!reachesTeam(caller.role, caller.teamIds, teamId)) throw new AppError('notAllowed')
  const hash = contentHash(caller.person.id, command)
  const applied = await parts.directory.appliedCommand(commandId)
  if (applied === hash) return
  if (applied !== null) throw new AppError('commandReused')
  const goal = await parts.rooms.read(documentId('team', teamId), (doc) => goalById(openTeamDocument(doc), goalId))
  if (!goal || goal.deletedAt) throw new AppError('goalGone')
  await parts.directory.agree({
    commandId,
    contentHash: hash,
    teamId,
    goalId,
    personId: caller.person.id,
    wording,
    answer,
    at: parts.clock.now(),
  })
  await refreshTalk(parts, [teamId])
}
