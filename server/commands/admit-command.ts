import type { Command } from '../../shared/commands.ts'
import { AppError } from '../../shared/errors.ts'
import type { Action } from '../../shared/roles.ts'
import { requireTeam, type Caller } from '../access/caller.ts'
import type { Parts } from '../access/parts.ts'
import type { AppliedCommand } from '../store/directory.ts'
import { contentHash } from './content-hash.ts'

/**
 * What every command begins with: may this person do it in this team, and was it done before? null for one that
 * was applied: it is answered as the first time, whatever has happened since. Throws `commandReused`.
 */
export async function admitCommand(
  parts: Pick<Parts, 'directory' | 'clock'>,
  caller: Caller,
  command: Command,
  action: Action,
): Promise<AppliedCommand | null> {
  await requireTeam(parts, caller, command.teamId, action)
  const hash = contentHash(caller.person.id, command)
  const applied = await parts.directory.appliedCommand(command.id)
  if (applied === hash) return null
  if (applied !== null) throw new AppError('commandReused')
  return { commandId: command.id, contentHash: hash, at: parts.clock.now() }
}
