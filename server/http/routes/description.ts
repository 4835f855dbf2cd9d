import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { openApiDescription } from '../openapi/description.ts'

/** `GET /api/openapi.json`: the interface, for programs. */
export function descriptionRoutes(): Hono<Env> {
  const description = openApiDescription()
  return new Hono<Env>().get('/openapi.json', (context) => context.json(description))
}
