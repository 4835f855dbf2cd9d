import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Parts } from '../access/parts.ts'
import { errorCodes } from '../../shared/errors.ts'
import { makeApp } from './app.ts'
import { acceptedLanguage, errorMessage } from './language.ts'
import { Pipelines } from './pipelines.ts'
import { Sockets } from './sockets.ts'
import type { StaticFiles } from './static-files.ts'
import { Strangers } from './strangers.ts'
import { serverLimits, type ServerLimits } from '../limits.ts'

/**
 * One port with HTTP and WebSockets on it. It is opened first, so that the port is known (and ours) before
 * anything is touched, and answers 503 until `serve`.
 */
export class HttpServer {
  readonly #server: Server
  #answer: RequestListener = notYet
  #sockets: Sockets | null = null
  readonly #strangers: Strangers
  #closed: Promise<void> = Promise.resolve()

  constructor(limits: ServerLimits = serverLimits) {
    this.#strangers = new Strangers(limits.strangers)
    const pipelines = new Pipelines(limits.requestsWaiting)
    this.#server = createServer(
      {
        // Whoever sends a request byte by byte, or never, gives its place back.
        headersTimeout: limits.headersTimeoutMs,
        requestTimeout: limits.requestTimeoutMs,
        connectionsCheckingInterval: Math.min(5_000, limits.headersTimeoutMs / 3),
        // Other upgrades (h2c by curl and proxies) are plain requests to us.
        shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
      },
      (request, response) => {
        this.#strangers.heard(request.socket)
        pipelines.take(request, response, (...own) => this.#answer(...own))
      },
    )
    this.#server.on('connection', (connection) => this.#strangers.came(connection))
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.#sockets) this.#sockets.upgrade(request, socket, head)
      else socket.destroy()
    })
  }

  /** Opens the port; resolves to the one it got. Rejects when it is taken or the address is not ours. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen({ port, host, backlog: 1024 }, () => {
        this.#server.off('error', reject)
        const address = this.#server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })
  }

  /** Begins to answer. */
  serve(parts: Parts, files: StaticFiles): void {
    const sockets = new Sockets(parts, (connection) => this.#strangers.known(connection))
    parts.metrics.gauge('samtavle_sockets', 'Open WebSockets', () => sockets.size)
    const app = makeApp(parts, files, (personId, { incoming, outgoing }) =>
      this.#strangers.answers(incoming.socket, personId, outgoing),
    )
    const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler: badRequest })
    this.#answer = (request, response) => void answer(request, response)
    this.#sockets = sockets
  }

  /** Takes no more connections. Open WebSockets stay until the sync engine has closed them. */
  stop(): void {
    this.#sockets?.stop()
    this.#closed = new Promise((resolve) => this.#server.close(() => resolve()))
    this.#server.closeIdleConnections()
  }

  /** Resolves when every connection is gone; what does not go by itself in `patienceMs` is cut off. */
  async gone(patienceMs: number): Promise<void> {
    const timer = setTimeout(() => this.#server.closeAllConnections(), patienceMs)
    await this.#sockets?.gone(patienceMs)
    await this.#closed
    clearTimeout(timer)
  }
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end()
}

/** A request that HTTP itself could read and nobody else: a broken Host or address. */
function badRequest(): Response {
  const message = errorMessage('badRequest', acceptedLanguage(undefined))
  return Response.json({ code: 'badRequest', message }, { status: errorCodes.badRequest })
}
