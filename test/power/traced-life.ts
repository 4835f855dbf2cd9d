import { appendFileSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { expect, vi } from 'vitest'
import { SeededRandom } from '../sim/random.ts'
import { startServer, type StartedServer } from '../server/start.ts'
import { makeTeam, post, type TeamOnServer } from '../server/team-on-server.ts'
import { WireClient } from '../server/wire-client.ts'
import { compileShim } from './disk-shim.ts'
import type { Wire } from './promises.ts'
import { readTrace, toldRecord, type TraceEvent } from './trace.ts'

export type TracedLife = {
  events: TraceEvent[]
  wires: Wire[]
  /** the data folder as the trace names it, and its inode */
  folder: string
  inode: bigint
}

const writers = 3

/**
 * Lets a real server live on an empty folder, with everything that it writes and sends traced: people join, write,
 * and comment; it is killed, started again, written in until boards are compacted, and stopped in order.
 */
export async function liveTraced(root: string, seed: number): Promise<TracedLife> {
  const folder = join(realpathSync(root), 'data')
  const trace = join(root, 'trace')
  mkdirSync(folder)
  writeFileSync(trace, '')
  const inode = statSync(folder, { bigint: true }).ino
  const env = { LD_PRELOAD: compileShim(), SHIM_DIR: folder, SHIM_TRACE: trace, UV_USE_IO_URING: '0' }
  const told = (what: string): void => appendFileSync(trace, toldRecord(what))
  const random = new SeededRandom(seed)
  const wires: Wire[] = []

  const first = await startServer({ folder, env })
  const team = await makeTeam(first, writers)
  told(`networks ${team.networkId}`)
  await live(first, team, 260)
  await first.kill9()
  const second = await startServer({ folder, env })
  await live(second, team, 460)
  expect(await second.stop()).toBe(0)
  return { events: readTrace(readFileSync(trace)), wires, folder, inode }

  /** Everyone writes until so many edits are acknowledged, and comments now and then. */
  async function live(server: StartedServer, { documentId, tokens }: TeamOnServer, edits: number): Promise<void> {
    const clients = tokens.map((token) => new WireClient(server.url, documentId, token))
    await Promise.all(clients.map((client) => client.synced))
    const mine = clients.map((client) => {
      const wire: Wire = { port: localPort(client), documentId, made: [] }
      wires.push(wire)
      return wire.made
    })
    let running = true
    const write = (client: WireClient, at: number): void => {
      if (!running) return
      if (client.made - client.acked < 4) {
        const key = `${wires.length} ${at} ${client.made}`
        mine[at]?.push(key)
        const size = random.chance(0.05) ? random.whole(5_000, 30_000) : random.whole(1, 900)
        client.doc.getMap('edits').set(key, 'x'.repeat(size))
      }
      setTimeout(() => write(client, at), random.whole(0, 4))
    }
    clients.forEach(write)
    const acked = () => clients.reduce((sum, client) => sum + client.acked, 0)
    for (let step = 1; step <= 8; step += 1) {
      await vi.waitFor(() => expect(acked()).toBeGreaterThan((edits * step) / 8), { timeout: 20_000, interval: 2 })
      const id = randomUUID()
      await post(`${server.url}/api/commands`, commentOn(documentId, id), tokens[step % writers])
      told(`comments ${id}`)
    }
    running = false
    clients.forEach((client) => client.close())
  }
}

function commentOn(documentId: string, id: string): object {
  const [, teamId = ''] = documentId.split(':')
  const subject = { kind: 'team', id: teamId }
  return { id, type: 'comment', teamId, subject, text: 'Hva med kvelden?', withoutName: false, replyTo: null }
}

function localPort(client: WireClient): number {
  const { _socket: socket } = client.socket as unknown as { _socket: { localPort: number } }
  return socket.localPort
}
