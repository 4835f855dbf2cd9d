import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startServer, type StartedServer } from '../../server/start.ts'

/** A name that every test browser takes for 127.0.0.1, but that is no secure context: a laptop in a hall. */
export const hallHost = 'samtavle.test'
export const hallNameFlag = `--host-resolver-rules=MAP ${hallHost} 127.0.0.1`

/** A server as a gathering meets it: its facilitator sits at the machine, everyone else comes over plain HTTP. */
export type HallServer = StartedServer & {
  /** where everyone else reaches it; what cards and links say */
  hallUrl: string
}

/** Starts it with the client that `npm test` has built; on the same `port` and `folder` again after a power cut. `publicUrl`: another address for its cards. */
export async function startHall(
  options: {
    folder?: string
    port?: number
    sample?: boolean
    publicUrl?: string
    env?: Record<string, string>
  } = {},
): Promise<HallServer> {
  if (!existsSync(join(import.meta.dirname, '..', '..', '..', 'client', 'dist', 'index.html'))) {
    throw new Error('client/dist is missing: run «npm run build» first, or «npm run test:browser».')
  }
  const port = options.port ?? (await freePort())
  const hallUrl = `http://${hallHost}:${port}`
  const server = await startServer({
    ...(options.folder === undefined ? {} : { folder: options.folder }),
    ...(options.env === undefined ? {} : { env: options.env }),
    sample: options.sample ?? false,
    args: ['--port', String(port), '--public-url', options.publicUrl ?? hallUrl],
  })
  return { ...server, hallUrl }
}

/** The port must be known before the server starts: it is in the address that cards carry. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
