import type { CommandOf } from '../../shared/commands.ts'
import { documentId } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { hasSubject } from '../../shared/select/subject.ts'
import type { Caller } from '../access/caller.ts'
import { refreshTalk } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'
import { admitCommand } from './admit-command.ts'

/**
 * A comment, or an answer to one. Rejects `subjectGone` when what it is about was deleted meanwhile, `commentGone`
 * when what it answers was, and `tooManyTries` past a person's own limit. One that waited without net and is sent
 * twice is written once.
 */
export async function comment(
  parts: Pick<Parts, 'directory' | 'rooms' | 'talk' | 'clock' | 'log' | 'limits' | 'commentRate'>,
  caller: Caller,
  command: CommandOf<'comment'>,
): Promise<void> {
  const { teamId, subject, text, withoutName, replyTo } = command
  const applied = await admitCommand(parts, caller, command, 'comment')
  if (applied === null) return
  const there = await parts.rooms.read(documentId('team', teamId), (doc) => hasSubject(openTeamDocument(doc), subject))
  if (!there) throw new AppError('subjectGone')
  const personId = caller.person.id
  if (!parts.commentRate.spend(personId)) throw new AppError('tooManyTries')
  const most = parts.limits.commentsPerTeam
  await parts.directory.comment({ ...applied, teamId, personId, subject, text, withoutName, replyTo, most })
  await refreshTalk(parts, [teamId])
}
