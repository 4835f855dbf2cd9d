import { Hono } from 'hono'
import { commandSchema } from '../../../shared/commands.ts'
import type { Parts } from '../../access/parts.ts'
import { runCommand } from '../../commands/run-command.ts'
import { readBody } from '../body.ts'
import { signedIn, type Env } from '../env.ts'

/** `POST /api/commands`: what has an author, a limit or a secret. */
export function commandRoutes(parts: Parts): Hono<Env> {
  return new Hono<Env>().post('/commands', async (context) => {
    const caller = signedIn(context)
    const command = await readBody(context.req.raw, commandSchema, parts.limits.bodyBytes)
    await runCommand(parts, caller, command)
    return context.json({ ok: true })
  })
}
