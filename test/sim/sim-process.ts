import * as v from 'valibot'
import { Allowance } from '../../server/access/allowance.ts'
import { callerByToken, type Caller } from '../../server/access/caller.ts'
import { Gate } from '../../server/access/gate.ts'
import type { Parts } from '../../server/access/parts.ts'
import { reachDocument } from '../../server/access/reach.ts'
import { runCommand } from '../../server/commands/run-command.ts'
import { Talk } from '../../server/derived/talk.ts'
import { fold, type Folded } from '../../server/folding/fold.ts'
import { serverLimits } from '../../server/limits.ts'
import type { MemoryStore } from '../../server/store/memory.ts'
import { sqliteDirectory } from '../../server/store/sqlite.ts'
import type { Peer } from '../../server/sync/peer.ts'
import { Rooms, type Connection } from '../../server/sync/rooms.ts'
import { commandSchema } from '../../shared/commands.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { closeCode } from '../../shared/protocol.ts'
import { noMetrics } from '../server/no-metrics.ts'
import { facilitator } from './cast.ts'
import type { SimDatabase } from './sim-database.ts'

const limits = { ...serverLimits, tailRows: 12, idleRoomMs: 1_500, roomRetryMs: 300, foldHereBytes: 2_000 }

type Outside = {
  clock: Clock
  store: MemoryStore
  database: SimDatabase
  serverClientId: number
  /** how long the thread that makes snapshots takes for one, ms; null: it fails */
  foldMs: () => number | null
  rests: () => boolean
  onFault: (what: string) => void
}

/** What the server logs as an error though we asked for it: a disk that fails. */
function isAskedFor(error: unknown, message: string): boolean {
  return (
    message === 'a commit failed; reading the room again' || (error instanceof AppError && error.code === 'storeFailed')
  )
}

/**
 * The server's own parts from the session's token to the disk: rooms, rights, commands, talk. What the sockets and
 * HTTP do around them is done here. It does nothing more once it was killed.
 */
export class SimProcess {
  readonly rooms: Rooms
  readonly #parts: Parts
  readonly #talk: Talk
  readonly #connection: ReturnType<SimDatabase['connect']>
  alive = true
  stopping = false

  constructor({ clock: world, store, database, serverClientId, foldMs, rests, onFault }: Outside) {
    const clock: Clock = {
      now: () => world.now(),
      setTimeout: (run, delayMs) => world.setTimeout(() => this.alive && run(), delayMs),
      clearTimeout: (timer) => world.clearTimeout(timer),
    }
    const error = (err: unknown, message: string) => {
      if (!this.alive || isAskedFor(err, message)) return
      onFault(`the server logged «${message}»: ${err instanceof Error ? err.stack : String(err)}`)
    }
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: { err?: unknown }, message: string) => error(fields.err, message),
    }
    this.#connection = database.connect()
    const directory = sqliteDirectory(this.#connection, clock)
    const away = (updates: readonly Uint8Array[]): Promise<Folded | null> => {
      const takes = foldMs()
      const folded = takes === null ? null : fold(updates)
      return new Promise((resolve) => clock.setTimeout(() => resolve(folded), takes ?? 5))
    }
    const folding = { fold: away }
    this.rooms = new Rooms({ store, clock, limits, log, metrics: noMetrics, folding }, serverClientId)
    this.rooms.restWhile((who, document) => rests() && who.role === 'editor' && document.startsWith('team:'))
    const onError = (err: unknown) => error(err, 'a derived document was not written')
    this.#talk = new Talk({ directory, rooms: this.rooms, clock, onError })
    const commandRate = new Allowance({ clock, limit: limits.commandsPerMinute, windowMs: 60_000 })
    const commentRate = new Allowance({ clock, limit: limits.commentsPerMinute, windowMs: 60_000 })
    const { rooms } = this
    const parts = {
      directory,
      rooms,
      talk: this.#talk,
      gate: new Gate(rooms),
      clock,
      limits,
      log,
      commandRate,
      commentRate,
    }
    this.#parts = parts as unknown as Parts
  }

  /** A socket's upgrade: who asks and what they may do, read again if rights were taken back meanwhile. */
  async admit(token: string, documentId: string): Promise<(peer: Peer) => Connection> {
    const { gate } = this.#parts
    try {
      for (;;) {
        const { generation } = gate
        const { person, role, sessionId, teamIds, ...caller } = await this.#caller(token)
        const whole = { person, role, sessionId, teamIds, ...caller }
        const { access, networkId } = await reachDocument(this.#parts, whole, documentId)
        if (generation !== gate.generation) continue
        const who = { sessionId, personId: person.id, name: person.name, role, teamIds, networkId }
        return (peer) => this.#enter(peer, { documentId, access, who })
      }
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal'
      return (peer) => {
        peer.close(code in closeCode ? closeCode[code as keyof typeof closeCode] : closeCode.tryLater, code)
        return { receive: () => undefined, heard: () => undefined, left: () => undefined }
      }
    }
  }

  #enter(peer: Peer, args: Parameters<Rooms['connect']>[1]): Connection {
    const connection = this.rooms.connect(
      {
        ...peer,
        send: (frame) => this.alive && peer.send(frame),
        close: (code, reason) => this.alive && peer.close(code, reason),
      },
      args,
    )
    return {
      receive: (frame) => this.alive && connection.receive(frame),
      heard: () => undefined,
      left: () => this.alive && connection.left(),
    }
  }

  async #caller(token: string): Promise<Caller> {
    const caller = await callerByToken(this.#parts, token)
    if (caller === null) throw new AppError('notSignedIn')
    return caller
  }

  /** `POST /api/commands`. */
  async command(token: string, body: string): Promise<void> {
    const caller = await this.#caller(token)
    const read = v.safeParse(commandSchema, JSON.parse(body))
    if (!read.success) throw new AppError('badRequest')
    await runCommand(this.#parts, caller, read.output)
  }

  /** Something that the facilitator does about people, by the functions that the routes use. */
  async administer(run: (parts: Parts, caller: Caller) => Promise<void>): Promise<void> {
    await run(this.#parts, await this.#caller(facilitator.token))
  }

  kill(underWay: 'lost' | 'written'): void {
    this.alive = false
    this.#connection.crash(underWay)
  }

  /** SIGTERM: what has come reaches the disk, then everybody is sent away. */
  async stop(): Promise<void> {
    this.stopping = true
    this.#talk.stop()
    await this.rooms.stop()
    await this.#connection.close()
  }
}
