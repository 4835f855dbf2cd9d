import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { closeCode } from '../../shared/protocol.ts'
import { callerByToken, type Caller } from '../access/caller.ts'
import { InFlight } from '../access/in-flight.ts'
import type { Parts } from '../access/parts.ts'
import { reachDocument, type Reach } from '../access/reach.ts'
import type { TimerHandle } from '../../shared/clock.ts'
import { socketPeer } from './socket-peer.ts'
import { readSyncRequest, type SyncRequest } from './sync-request.ts'

type SocketParts = Pick<
  Parts,
  'directory' | 'rooms' | 'gate' | 'boardsRest' | 'technical' | 'clock' | 'limits' | 'log' | 'metrics' | 'address'
>
type Open = { personId: string; expiresAt: number; answered: boolean }
type Admission = { caller: Caller; reach: Reach }

/** How often open sockets are asked for a sign of life and their sessions for their age. */
const sweepMs = 30_000
/** How ws tells that a socket went without a word. */
const abnormalClosure = 1006
/** Frames this many times the limit still get a close code that says why; beyond, ws itself ends the socket. */
const readableExcess = 2
/** How long a socket that we close has to answer, ms. */
const closePatienceMs = 5_000
/** Pings are not answered while so many bytes wait to be read. */
const mostUnreadPongs = 64_000

/** The WebSockets of one server: `/sync/<documentId>`, from the upgrade until they are gone. */
export class Sockets {
  readonly #parts: SocketParts
  readonly #onKnown: (raw: Duplex) => void
  readonly #server: WebSocketServer
  readonly #open = new Map<WebSocket, Open>()
  /** how many of them each person has */
  readonly #perPerson = new Map<string, number>()
  readonly #callers = new InFlight<Caller | null>()
  readonly #reaches = new InFlight<Reach>()
  #timer: TimerHandle | null = null
  #stopping = false

  /** `onKnown`: somebody who is signed in came on this connection. */
  constructor(parts: SocketParts, onKnown: (raw: Duplex) => void) {
    this.#parts = parts
    this.#onKnown = onKnown
    // `closeTimeout` is documented by ws and missing in its types.
    const options: ServerOptions & { closeTimeout: number } = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      // A ping is a message too: answered by ws itself, it would count for nothing.
      autoPong: false,
      closeTimeout: closePatienceMs,
      maxPayload: parts.limits.frameBytes * readableExcess,
    }
    this.#server = new WebSocketServer(options)
    this.#sweepLater()
  }

  /** How many are open now. */
  get size(): number {
    return this.#open.size
  }

  /** Takes an HTTP upgrade. Answers every request, one way or another, and never throws. */
  upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): void {
    raw.on('error', ignore)
    const read = readSyncRequest(request, this.#parts.address.url)
    if (read.kind === 'refused') return refuse(raw, read.status)
    if (this.#stopping) return refuse(raw, 503)
    this.#admit(read)
      .then(
        (admission) =>
          this.#accept(request, raw, head, (socket) => this.#enter(socket, raw, read.documentId, admission)),
        (error: unknown) => this.#accept(request, raw, head, (socket) => this.#turnAway(socket, error)),
      )
      .catch((error: unknown) => {
        this.#parts.log.error({ err: error }, 'an upgrade failed')
        raw.destroy()
      })
  }

  /** Who asks and what they may do, before there is a socket. Read again if rights were taken back meanwhile. */
  async #admit({ documentId, token, personId }: Extract<SyncRequest, { kind: 'sync' }>): Promise<Admission> {
    for (;;) {
      const { generation } = this.#parts.gate
      // When the hall comes back at once, each page's sockets and each document's readers ask alike.
      const caller = await this.#callers.share(`${generation} ${token}`, () => callerByToken(this.#parts, token))
      if (caller === null) throw new AppError('notSignedIn')
      // One person's unsent work must not be sent as another's.
      if (personId !== null && personId !== caller.person.id) throw new AppError('notSignedIn')
      const key = `${generation} ${caller.sessionId} ${documentId}`
      const reach = await this.#reaches.share(key, () => reachDocument(this.#parts, caller, documentId))
      await this.#parts.boardsRest.know(reach.networkId)
      if (generation === this.#parts.gate.generation) return { caller, reach }
    }
  }

  #accept(request: IncomingMessage, raw: Duplex, head: Buffer, then: (socket: WebSocket) => void): void {
    raw.off('error', ignore)
    this.#server.handleUpgrade(request, raw, head, (socket) => {
      // ws closes by itself what breaks the protocol (1002, 1007, 1009); here it only must not end the process.
      socket.on('error', ignore)
      then(socket)
    })
  }

  #enter(socket: WebSocket, raw: Duplex, documentId: string, { caller, reach }: Admission): void {
    const { person, role, sessionId, teamIds, expiresAt } = caller
    const { limits, rooms } = this.#parts
    const own = this.#perPerson.get(person.id) ?? 0
    if (own >= limits.socketsPerPerson) return this.#turnAway(socket, new AppError('tooFast'))
    const open: Open = { personId: person.id, expiresAt, answered: true }
    this.#onKnown(raw)
    this.#open.set(socket, open)
    this.#perPerson.set(person.id, own + 1)
    const connection = rooms.connect(socketPeer(socket, raw), {
      documentId,
      access: reach.access,
      who: { sessionId, personId: person.id, name: person.name, role, teamIds, networkId: reach.networkId },
    })
    socket.on('message', (data, isBinary) => {
      // ws goes on handing over what was under way when we closed.
      if (socket.readyState !== socket.OPEN) return
      if (!isBinary) return socket.close(closeCode.malformed, 'malformed' satisfies ErrorCode)
      if (data instanceof Buffer) connection.receive(data)
    })
    socket.on('ping', (data) => {
      connection.heard(data.length)
      // Whoever asks without end and never reads would have us keep the answers.
      if (raw.writableLength < mostUnreadPongs) socket.pong(data, false, ignore)
    })
    socket.on('pong', (data) => {
      open.answered = true
      connection.heard(data.length)
    })
    socket.on('close', (code) => {
      if (code === abnormalClosure && !this.#stopping) this.#parts.technical.lost(person.id)
      this.#open.delete(socket)
      this.#closed(person.id)
      connection.left()
    })
  }

  #closed(personId: string): void {
    const left = (this.#perPerson.get(personId) ?? 1) - 1
    if (left === 0) this.#perPerson.delete(personId)
    else this.#perPerson.set(personId, left)
  }

  /** A browser can read a close code but no HTTP status: so the socket is opened to be closed with the reason. */
  #turnAway(socket: WebSocket, error: unknown): void {
    const code = error instanceof AppError ? error.code : 'internal'
    if (code === 'internal') this.#parts.log.error({ err: error }, 'a socket was not admitted')
    this.#parts.metrics.refused(code)
    socket.close(code in closeCode ? closeCode[code as keyof typeof closeCode] : closeCode.tryLater, code)
  }

  #sweepLater(): void {
    this.#timer = this.#parts.clock.setTimeout(() => {
      this.#sweep()
      this.#sweepLater()
    }, sweepMs)
  }

  /** Ends what has expired, and what has not answered since the last time: a phone that lost its net says nothing. */
  #sweep(): void {
    const now = this.#parts.clock.now()
    for (const [socket, open] of this.#open) {
      if (open.expiresAt <= now) socket.close(closeCode.notSignedIn, 'notSignedIn' satisfies ErrorCode)
      else if (!open.answered) socket.terminate()
      else {
        open.answered = false
        if (socket.readyState === socket.OPEN) socket.ping(ignore)
      }
    }
  }

  /** Takes no more. The sync engine closes the open ones with a code. */
  stop(): void {
    this.#stopping = true
    if (this.#timer) this.#parts.clock.clearTimeout(this.#timer)
  }

  /** Resolves when every socket is gone; those that do not answer the close are cut off. */
  async gone(patienceMs: number): Promise<void> {
    const sockets = [...this.#open.keys()]
    const timer = this.#parts.clock.setTimeout(() => sockets.forEach((socket) => socket.terminate()), patienceMs)
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))))
    this.#parts.clock.clearTimeout(timer)
  }
}

const statusTexts = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const

function refuse(raw: Duplex, status: keyof typeof statusTexts): void {
  raw.end(`HTTP/1.1 ${status} ${statusTexts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    raw.destroy(),
  )
}

/** What is wrong with one socket ends in its own close event. */
function ignore(): void {
  // nothing to do
}
