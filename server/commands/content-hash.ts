import { createHash } from 'node:crypto'
import type { Command } from '../../shared/commands.ts'

/** What a command says and who says it: the same id with another hash is another command. */
export function contentHash(personId: string, command: Command): string {
  const fields = Object.entries(command).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([personId, fields]))
    .digest('hex')
}
