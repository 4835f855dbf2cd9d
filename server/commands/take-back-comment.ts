import type { CommandOf } from '../../shared/commands.ts'
import type { Caller } from '../access/caller.ts'
import { refreshTalk } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'
import { admitCommand } from './admit-command.ts'

/** Erases one's own comment. Its place stays, without words, while there are answers to it. Rejects `notAllowed` for another's. */
export async function takeBackComment(
  parts: Pick<Parts, 'directory' | 'talk' | 'clock' | 'log'>,
  caller: Caller,
  command: CommandOf<'takeBackComment'>,
): Promise<void> {
  const { teamId, commentId } = command
  const applied = await admitCommand(parts, caller, command, 'comment')
  if (applied === null) return
  await parts.directory.takeBackComment({ ...applied, teamId, commentId, personId: caller.person.id })
  await refreshTalk(parts, [teamId])
}
