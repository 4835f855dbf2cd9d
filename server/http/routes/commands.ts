import { Hono } from 'hono'
import { commandSchema } from '../../../shared/commands.ts'
import { InFlight } from '../../access/in-flight.ts'
import type { Parts } from '../../access/parts.ts'
import { contentHash } from '../../commands/content-hash.ts'
import { runCommand } from '../../commands/run-command.ts'
import { readBody } from '../body.ts'
import { signedIn, type Env } from '../env.ts'

/** `POST /api/commands`: what has an author, a limit or a secret. */
export function commandRoutes(parts: Parts): Hono<Env> {
  // One that is sent again before the first is answered is the same one, and counts once.
  const running = new InFlight<void>()
  return new Hono<Env>().post('/commands', async (context) => {
    const caller = signedIn(context)
    const command = await readBody(context.req.raw, commandSchema, parts.limits.bodyBytes)
    await running.share(contentHash(caller.person.id, command), () => runCommand(parts, caller, command))
    return context.json({ ok: true })
  })
}
