import type { Language } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { callerOf, requireRight, type Caller } from './caller.ts'
import { refreshTalk } from './open-session.ts'
import type { Parts } from './parts.ts'

/** What people change about themselves. `networkId`: the network that a facilitator works in now. */
export type SelfChange = {
  name?: string | undefined
  /** '' takes it away */
  title?: string | undefined
  language?: Language | undefined
  networkId?: string | undefined
}

/** Corrects a name or a title, chooses a language or a network. Everything is checked before anything is written. */
export async function changeSelf(parts: Parts, caller: Caller, change: SelfChange): Promise<Caller> {
  const { directory } = parts
  const { person, sessionId } = caller
  if (change.name !== undefined || change.title !== undefined) requireRight(caller, 'renameSelf')
  if (change.networkId !== undefined) {
    requireRight(caller, 'manageNetwork')
    if (!caller.networkIds.includes(change.networkId)) throw new AppError('notAllowed')
  }
  const { name, language } = change
  const title = change.title === '' ? null : change.title
  if (name !== undefined || title !== undefined || language !== undefined) {
    await directory.changePerson(person.id, {
      ...(name === undefined ? {} : { name }),
      ...(title === undefined ? {} : { title }),
      ...(language === undefined ? {} : { language }),
    })
  }
  if (change.networkId !== undefined) await directory.setSessionNetwork(sessionId, change.networkId)
  const renamed = name !== undefined && name !== person.name
  if (renamed) await showPresent(parts, person.id, name)
  if (renamed || (title !== undefined && title !== person.title)) await showInTalk(parts, caller)
  const row = await directory.sessionById(sessionId)
  if (row === null) throw new AppError('notSignedIn')
  return callerOf(parts, row)
}

async function showPresent(parts: Parts, personId: string, name: string): Promise<void> {
  try {
    await parts.rooms.renamed(personId, name)
  } catch (error) {
    parts.log.warn({ err: error }, 'a new name was not shown to those on line')
  }
}

/** Where the person is a member, and where they have written. */
async function showInTalk(parts: Parts, { person, role, teamIds }: Caller): Promise<void> {
  const own = role === 'editor' ? teamIds : []
  await refreshTalk(parts, new Set([...own, ...(await parts.directory.teamsCommentedBy(person.id))]))
}
