import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

const host = /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9A-Fa-f:]+\](:\d+)?$/

/**
 * Everything comes from this server and nothing from elsewhere. Without HSTS and upgrade-insecure-requests: in a
 * hotel the hall is served by plain HTTP from a laptop's address, and those would lock people out.
 */
export const secureHeaders: MiddlewareHandler<Env> = async (context, next) => {
  await next()
  const asked = context.req.header('host') ?? ''
  // 'self' covers ws: only in newer browsers; older phones need it named.
  const sockets = host.test(asked) ? ` ws://${asked} wss://${asked}` : ''
  context.header(
    'content-security-policy',
    [
      "default-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self'${sockets}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  )
  context.header('x-content-type-options', 'nosniff')
  context.header('x-frame-options', 'DENY')
  context.header('referrer-policy', 'no-referrer')
  context.header('cross-origin-resource-policy', 'same-origin')
  context.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
}
