import { Hono } from 'hono'
import type { Parts } from '../../access/parts.ts'
import type { Env } from '../env.ts'
import { Health } from '../health.ts'

/** What operators ask: `GET /healthz` and `GET /metrics`. Counts only, so neither needs a session. */
export function operatingRoutes(parts: Pick<Parts, 'store' | 'clock' | 'metrics'>): Hono<Env> {
  const health = new Health(parts)
  const { registry } = parts.metrics
  return new Hono<Env>()
    .get('/healthz', async (context) => {
      await health.check()
      context.header('cache-control', 'no-store')
      return context.json({ ok: true })
    })
    .get('/metrics', async (context) => {
      context.header('cache-control', 'no-store')
      context.header('content-type', registry.contentType)
      return context.body(await registry.metrics())
    })
}
