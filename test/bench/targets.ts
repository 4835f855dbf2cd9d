import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { nodeFlags } from '../../scripts/launch/node-flags.cjs'
import { firstFacilitator } from './first-facilitator.ts'
import { hocuspocusWire, yWire, type Wire } from './wire.ts'
import { freePort, startServer, type Program, type Running } from './start-server.ts'

/** A server that can be measured. Rooms are numbers; each target makes its own names of them. */
export type Target = {
  name: string
  wire: Wire
  /** keeps boards on disk, and has what was acknowledged or seen there after a crash */
  stores: boolean
  start(folder: string): Promise<Started>
}

export type Started = Running & {
  room(index: number): string
  url(room: string): string
  headers: Record<string, string>
}

/** How many boards a target must be able to serve. */
export const roomCount = 260

export const newFolder = (name: string): string => mkdtempSync(join(tmpdir(), `samtavle-bench-${name}-`))

const root = join(import.meta.dirname, '..', '..')
const peers = join(import.meta.dirname, 'peers')

/** Our server as `npm start` runs it, with nothing in it yet. `watchBlocks`: tells how long its main thread is held up. */
export async function startSamtavle(folder: string, watchBlocks = false): Promise<Running> {
  const port = await freePort()
  const own = ['--host', '127.0.0.1', '--port', String(port), '--data', join(folder, 'data'), '--log-level', 'error']
  const program = {
    args: [...nodeFlags, 'server/main.ts', ...own],
    cwd: root,
    ready: /^Samtavle is ready/mu,
    watchBlocks,
  }
  return startServer(program, folder, port)
}

export const syncUrl = (port: number, documentId: string): string => `ws://127.0.0.1:${port}/sync/${documentId}`

export const samtavle: Target = {
  name: 'samtavle',
  wire: yWire,
  stores: true,
  async start(folder) {
    const server = await startSamtavle(folder)
    const { token, documents } = await boardsOf(server, folder)
    return {
      ...server,
      room: (index) => documents[index % documents.length] ?? '',
      url: (room) => syncUrl(server.port, room),
      headers: { Authorization: `Bearer ${token}` },
    }
  },
}

type Boards = { token: string; documents: string[] }

/** A network with a board for each room, made once a folder by what every program may use. */
async function boardsOf(server: Running, folder: string): Promise<Boards> {
  const file = join(folder, 'boards.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Boards
  const { token, post } = await firstFacilitator(server)
  const { id } = await post<{ id: string }>('networks', { name: 'Måling' })
  const wanted = Array.from({ length: roomCount }, (_, index) => ({ name: `Team ${index}`, municipalities: [] }))
  const { teams } = await post<{ teams: { documentId: string }[] }>(`networks/${id}/teams`, { teams: wanted })
  const boards = { token, documents: teams.map((team) => team.documentId) }
  writeFileSync(file, JSON.stringify(boards))
  return boards
}

/** A program on a free port that takes any room by name. */
function plain(name: string, wire: Wire, stores: boolean, program: (folder: string) => Program): Target {
  return {
    name,
    wire,
    stores,
    async start(folder) {
      const port = await freePort()
      const server = await startServer(program(folder), folder, port)
      return {
        ...server,
        room: (index) => `room-${index}`,
        url: (room) => `ws://127.0.0.1:${port}/${room}`,
        headers: {},
      }
    },
  }
}

export const relay = plain('relay', yWire, false, () => ({ args: ['test/bench/servers/relay.ts'], cwd: root }))

export const peerTargets: Target[] = [
  plain('y-websocket', yWire, false, () => ({
    args: ['node_modules/@y/websocket-server/src/server.js'],
    cwd: join(peers, 'y-websocket'),
    env: { HOST: '127.0.0.1' },
  })),
  plain('hocuspocus', hocuspocusWire, true, (folder) => ({
    args: ['serve.mjs'],
    cwd: join(peers, 'hocuspocus'),
    env: { DATA: folder },
  })),
]

/** Installs the public servers that ours is compared with: they are no part of the product. */
export function installPeers(): void {
  for (const { name } of peerTargets) {
    const cwd = join(peers, name)
    if (existsSync(join(cwd, 'node_modules'))) continue
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd, stdio: 'inherit' })
    if (status !== 0) throw new Error(`${name} could not be installed`)
  }
}
