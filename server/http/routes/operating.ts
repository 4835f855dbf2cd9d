import { Hono } from 'hono'
import type { TechnicalView } from '../../../shared/api.ts'
import { requireRight } from '../../access/caller.ts'
import { InFlight } from '../../access/in-flight.ts'
import type { Parts } from '../../access/parts.ts'
import { signedIn, type Env } from '../env.ts'
import { Health } from '../health.ts'

/** What operators ask: `GET /healthz` and `GET /metrics`. Counts only, so neither needs a session. */
export function operatingRoutes(parts: Pick<Parts, 'store' | 'clock' | 'metrics'>): Hono<Env> {
  const health = new Health(parts)
  const { registry } = parts.metrics
  // Whoever asks a thousand times at once is told once.
  const asking = new InFlight<string>()
  return new Hono<Env>()
    .get('/healthz', async (context) => {
      await health.check()
      context.header('cache-control', 'no-store')
      return context.json({ ok: true })
    })
    .get('/metrics', async (context) => {
      context.header('cache-control', 'no-store')
      context.header('content-type', registry.contentType)
      return context.body(await asking.share('', () => registry.metrics()))
    })
}

/** What facilitators ask: `GET /api/technical`. */
export function technicalRoutes(parts: Pick<Parts, 'technical'>): Hono<Env> {
  return new Hono<Env>().get('/technical', async (context) => {
    const caller = signedIn(context)
    requireRight(caller, 'seeTechnical')
    return context.json((await parts.technical.view(caller.person.id)) satisfies TechnicalView)
  })
}
