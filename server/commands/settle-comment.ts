import type { CommandOf } from '../../shared/commands.ts'
import type { Caller } from '../access/caller.ts'
import { refreshTalk } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'
import { admitCommand } from './admit-command.ts'

/** Says where a comment stands. Rejects `commentGone` for one that was taken back or hidden meanwhile. */
export async function settleComment(
  parts: Pick<Parts, 'directory' | 'talk' | 'clock' | 'log'>,
  caller: Caller,
  command: CommandOf<'settleComment'>,
): Promise<void> {
  const { teamId, commentId } = command
  const applied = await admitCommand(parts, caller, command, 'settleComment')
  if (applied === null) return
  await parts.directory.settleComment({ ...applied, teamId, commentId, state: command.state })
  await refreshTalk(parts, [teamId])
}
