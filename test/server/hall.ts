import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import type { LinkView, SessionView } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Role } from '../../shared/roles.ts'
import { Allowance } from '../../server/access/allowance.ts'
import { facilitatorToken } from '../../server/access/facilitator-link.ts'
import { Gate } from '../../server/access/gate.ts'
import { HeavyWork } from '../../server/access/heavy-work.ts'
import { SecretBrake } from '../../server/access/secret-brake.ts'
import { Joins } from '../../server/access/joins.ts'
import { newId } from '../../server/access/new-id.ts'
import type { Parts } from '../../server/access/parts.ts'
import { Vault } from '../../server/access/vault.ts'
import { systemClock } from '../../server/clock.ts'
import { BoardsRest } from '../../server/derived/boards-rest.ts'
import { Online } from '../../server/derived/online.ts'
import { Overview } from '../../server/derived/overview.ts'
import { Stage } from '../../server/derived/stage.ts'
import { Talk } from '../../server/derived/talk.ts'
import { DiskGuard } from '../../server/disk/disk-guard.ts'
import { HttpServer } from '../../server/http/http-server.ts'
import { Metrics } from '../../server/http/metrics.ts'
import { StaticFiles } from '../../server/http/static-files.ts'
import { serverLimits, type ServerLimits } from '../../server/limits.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { Rooms } from '../../server/sync/rooms.ts'
import { Technical } from '../../server/technical/technical.ts'
import { Versions } from '../../server/versions/versions.ts'
import { messageType, protocolVersion } from '../../shared/protocol.ts'
import { message } from './sync/test-client.ts'

export type Joined = SessionView & { token: string }
export type Answer<Body> = { status: number; headers: Headers; body: Body }
export type Ask = { token?: string | undefined; body?: unknown; headers?: Record<string, string>; raw?: string }

/** The real HTTP server on a real database, in this process, with a clock that can be put forward. */
export type Hall = {
  url: string
  /** the data folder */
  folder: string
  parts: Parts & { rooms: Rooms }
  log: string[]
  /** puts the clock forward and runs what is due by then */
  pass(ms: number): void
  /** `Body` is what the test takes the answer for */
  ask<Body = unknown>(method: string, path: string, ask?: Ask): Promise<Answer<Body>>
  /** signs in; throws unless it is answered 201 */
  join(secret: string, name?: string): Promise<Joined>
  /** says hello; resolves to the access it is welcomed with, or to how it was refused */
  knock(path: string, options?: { token?: string; headers?: Record<string, string> }): Promise<string>
  connect(path: string, token: string): WebSocket
  close(): Promise<void>
}

/** Opens a hall. `files`: the folder of the built client. */
export async function openHall(args: { limits?: Partial<ServerLimits>; files?: string } = {}): Promise<Hall> {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-hall-'))
  const { clock, pass } = makeClock()
  const limits = { ...serverLimits, ...args.limits }
  const log: string[] = []
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) })
  const { store, directory, close } = await openSqlite({ folder, clock })
  const metrics = new Metrics()
  const rooms = new Rooms({ store, clock, limits, log: logger, metrics })
  const http = new HttpServer(limits)
  const port = await http.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  const derived = { directory, rooms, clock, onError: (error: unknown) => logger.error({ err: error }, 'derived') }
  const stage = new Stage(derived)
  const overview = new Overview(derived)
  const talk = new Talk(derived)
  const boardsRest = new BoardsRest(derived)
  boardsRest.start()
  stage.start()
  overview.start()
  const address = { url: 'http://192.168.1.5:4321', reachable: true, changedFrom: null }
  const disk = new DiskGuard({ folder, clock, limits, log: logger })
  const technical = new Technical({ ...{ store, rooms, clock, disk, folder, address }, damaged: () => 0 })
  metrics.onRefused((code) => technical.refused(code))
  const versions = new Versions({ store, limits, ...derived })
  versions.start()
  const parts: Hall['parts'] = {
    directory,
    store,
    rooms,
    versions,
    technical,
    talk,
    stage,
    overview,
    boardsRest,
    online: new Online({ rooms, clock }),
    gate: new Gate(rooms),
    vault: new Vault(new Uint8Array(32).fill(7)),
    clock,
    limits,
    newId,
    log: logger,
    metrics,
    address,
    wrongSecrets: new SecretBrake({
      clock,
      wrongPerSecond: limits.wrongSecretsPerSecond,
      codesPerSecond: limits.brakedCodesPerSecond,
    }),
    joins: new Joins({ clock, atOnce: limits.joinsAtOnce, perMinute: limits.joinsPerMinute }),
    heavyWork: new HeavyWork({ clock, waitingPerPerson: limits.heavyWaiting }),
    commandRate: new Allowance({ clock, limit: limits.commandsPerMinute, windowMs: 60_000 }),
    commentRate: new Allowance({ clock, limit: limits.commentsPerMinute, windowMs: 60_000 }),
    restoreRate: new Allowance({ clock, limit: limits.editorsRestoresPerHour, windowMs: 60 * 60_000 }),
  }
  http.serve(parts, await StaticFiles.read(args.files ?? join(folder, 'nothing')))
  const sockets: WebSocket[] = []
  const open = (path: string, headers: Record<string, string>) => {
    const socket = new WebSocket(url.replace('http', 'ws') + path, { headers })
    socket.on('error', () => undefined)
    sockets.push(socket)
    return socket
  }
  const hall: Hall = {
    url,
    folder,
    parts,
    log,
    pass,
    ask: async <Body>(method: string, path: string, { token, body, headers = {}, raw }: Ask = {}) => {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined && raw === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: raw ?? (body === undefined ? null : JSON.stringify(body)),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.startsWith('application/json')
      return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body }
    },
    join: async (secret, name) => {
      const answer = await hall.ask<Joined>('POST', '/api/sessions', { body: { secret, ...(name ? { name } : {}) } })
      if (answer.status !== 201) throw new Error(`not let in: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    knock: (path, { token, headers = {} } = {}) =>
      new Promise((resolve) => {
        const socket = open(path, { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers })
        socket.once('open', () => socket.send(message(messageType.hello, protocolVersion, '')))
        socket.on('message', (data: Buffer) => {
          const decoder = decoding.createDecoder(new Uint8Array(data))
          if (decoding.readVarUint(decoder) !== messageType.welcome) return
          decoding.readVarString(decoder)
          resolve(decoding.readVarString(decoder))
          socket.terminate()
        })
        socket.once('close', (code, reason) => resolve(`${code} ${reason.toString()}`))
        socket.once('unexpected-response', (request, response) => {
          request.destroy()
          resolve(`HTTP ${response.statusCode}`)
        })
      }),
    connect: (path, token) => open(path, { authorization: `Bearer ${token}` }),
    close: async () => {
      for (const socket of sockets) socket.terminate()
      http.stop()
      talk.stop()
      boardsRest.stop()
      await Promise.all([stage.stop(), overview.stop(), versions.stop()])
      await rooms.stop()
      await http.gone(200)
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return hall
}

export type MadeGathering = { id: string; documents: { gathering: string; stage: string; talk: string } }
export type MadeTeam = { id: string; number: number; name: string; code: string; url: string; documentId: string }
export type MadeLink = LinkView & { secret: string }

/** The machine's clock, which can be put forward. */
function makeClock(): { clock: Clock; pass: (ms: number) => void } {
  let ahead = 0
  const pending = new Map<object, { dueAt: number; run: () => void }>()
  const now = () => Date.now() + ahead
  const clock: Clock = {
    now,
    setTimeout: (run, delayMs) => {
      const once = () => {
        pending.delete(timer)
        run()
      }
      const { timer } = systemClock.setTimeout(once, delayMs) as { timer: object }
      pending.set(timer, { dueAt: now() + delayMs, run: once })
      return { timer }
    },
    clearTimeout: (handle) => {
      pending.delete(handle.timer as object)
      systemClock.clearTimeout(handle)
    },
  }
  const pass = (ms: number) => {
    ahead += ms
    for (const [timer, { dueAt, run }] of [...pending]) {
      if (dueAt > now()) continue
      systemClock.clearTimeout({ timer })
      run()
    }
  }
  return { clock, pass }
}

/** A network with a gathering and teams, and somebody of every role in it. */
export type TestNetwork = Awaited<ReturnType<typeof makeTestNetwork>>

/** The first facilitator, by the terminal's link. */
export async function firstFacilitator(hall: Hall, name = 'Kari Nordmann'): Promise<Joined> {
  const token = await facilitatorToken(hall.parts, { renew: true })
  return hall.join(token ?? '', name)
}

/** Makes a network through the interface, as a facilitator would. */
export async function makeTestNetwork(hall: Hall, facilitator: Joined, name = 'Nettverk Innlandet') {
  const { token } = facilitator
  const post = async <Body>(path: string, body: unknown) => {
    const answer = await hall.ask<Body>('POST', path, { token, body })
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { id } = await post<{ id: string }>('/api/networks', { name })
  const gathering = await post<MadeGathering>(`/api/networks/${id}/gatherings`, { name: 'Samling 1', days: 2 })
  const { teams } = await post<{ teams: MadeTeam[] }>(`/api/networks/${id}/teams`, {
    teams: [{ name: 'Granvik', municipalities: ['Granvik', 'Os'] }, { name: 'Fjelldal' }],
  })
  const [first, second] = teams
  if (!first || !second) throw new Error('two teams were asked for')
  const link = (role: Role, teamIds?: string[]) =>
    post<MadeLink>(`/api/networks/${id}/links`, { role, ...(teamIds ? { teamIds } : {}) })
  return { id, gathering, first, second, facilitator, link }
}
