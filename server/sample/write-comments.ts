import { municipalMapId } from '../../shared/schema/actor-map.ts'
import type { Subject } from '../../shared/schema/talk.ts'
import type { Caller } from '../access/caller.ts'
import type { Parts } from '../access/parts.ts'
import { runCommand } from '../commands/run-command.ts'
import type { SampleComment } from './sample-boards.ts'
import { commandId } from './sample-ids.ts'

/** What comments are about, by the names that the sample uses. */
export type Named = Record<Exclude<Subject['kind'], 'team'>, ReadonlyMap<string, string>>

/** Says what the sample's people have said, by the commands that people use, one after another. `callers` by name. */
export async function writeComments(
  parts: Parts,
  comments: readonly SampleComment[],
  args: { teamId: string; named: Named; callers: ReadonlyMap<string, Caller> },
): Promise<void> {
  const { teamId, named, callers } = args
  const caller = (name: string) => {
    const found = callers.get(name)
    if (!found) throw new Error(`The sample lets nobody speak: ${name}`)
    return found
  }
  const say = async (
    name: string,
    words: { subject: Subject; text: string; withoutName: boolean; replyTo: string | null },
  ) => {
    const id = commandId(parts.newId())
    await runCommand(parts, caller(name), { type: 'comment', id, teamId, ...words })
    return id
  }
  for (const { by, about, text, withoutName = false, answers = [], state } of comments) {
    const subject = subjectOf(about, teamId, named)
    const id = await say(by, { subject, text, withoutName, replyTo: null })
    for (const [name, answer] of answers) await say(name, { subject, text: answer, withoutName: false, replyTo: id })
    // Whoever answered says where it stands now.
    const settler = answers[0]?.[0]
    if (state === undefined || settler === undefined) continue
    const settle = { type: 'settleComment', id: commandId(parts.newId()), teamId, commentId: id, state } as const
    await runCommand(parts, caller(settler), settle)
  }
}

function subjectOf(about: SampleComment['about'], teamId: string, named: Named): Subject {
  if (about.kind === 'team') return { kind: 'team', id: teamId }
  const id = about.name === undefined ? municipalMapId : named[about.kind].get(about.name)
  if (id === undefined) throw new Error(`The sample speaks of nothing: ${about.name}`)
  return { kind: about.kind, id }
}
