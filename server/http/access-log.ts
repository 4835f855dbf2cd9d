import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Parts } from '../access/parts.ts'
import type { Env } from './env.ts'

/**
 * One line a request: route pattern, method, status, time. Never an address typed by somebody, a query, a body, a
 * header or who it was: names, texts, codes and tokens can't be in a log that does not take them.
 */
export function accessLog(parts: Pick<Parts, 'log' | 'metrics' | 'clock'>): MiddlewareHandler<Env> {
  return async (context, next) => {
    const from = parts.clock.now()
    await next()
    const ms = parts.clock.now() - from
    // The first handler of this method; those for every method are middleware.
    const route = matchedRoutes(context).find((each) => each.method !== 'ALL')?.path ?? 'none'
    const { status } = context.res
    const method = knownMethods.has(context.req.method) ? context.req.method : 'other'
    parts.metrics.request(route, method, status, ms / 1000)
    parts.log.info({ method, route, status, ms }, 'request')
  }
}

/** A method is free text too, and a label for the metrics. */
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])
