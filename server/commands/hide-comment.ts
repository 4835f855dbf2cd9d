import type { CommandOf } from '../../shared/commands.ts'
import type { Caller } from '../access/caller.ts'
import { refreshTalk } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'
import { admitCommand } from './admit-command.ts'

/** Hides a comment from everyone, or shows it again. Rejects `commentGone` for one that was taken back meanwhile. */
export async function hideComment(
  parts: Pick<Parts, 'directory' | 'talk' | 'clock' | 'log'>,
  caller: Caller,
  command: CommandOf<'hideComment'>,
): Promise<void> {
  const { teamId, commentId } = command
  const applied = await admitCommand(parts, caller, command, 'hideComment')
  if (applied === null) return
  await parts.directory.hideComment({ ...applied, teamId, commentId, hidden: command.hidden })
  await refreshTalk(parts, [teamId])
}
