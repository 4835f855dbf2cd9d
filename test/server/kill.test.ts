import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { startServer, type StartedServer } from './start.ts'
import { makeTeam } from './team-on-server.ts'
import { WireClient } from './wire-client.ts'

/** More by the hour: `npm run soak` asks for 100. */
const rounds = Number(process.env['SAMTAVLE_TEST_KILLS'] ?? 10)
const writers = 4

let folder = ''
let server: StartedServer | null = null
afterAll(async () => {
  await server?.kill9()
  await rm(folder, { recursive: true, force: true })
})

/** Four who write without pause until `enough` edits are acknowledged; then the server is killed. */
async function writeUntilKilled(
  started: StartedServer,
  documentId: string,
  tokens: string[],
  round: number,
  enough: number,
): Promise<{ acked: string[]; seen: Set<string> }> {
  const clients = tokens.map((token) => new WireClient(started.url, documentId, token))
  await Promise.all(clients.map((client) => client.synced))
  const seen = new Set<string>()
  const mine = clients.map(() => [] as string[])
  clients.forEach((client) =>
    client.doc.getMap('edits').observe((event, transaction) => {
      if (!transaction.local) for (const key of event.keysChanged as Set<string>) seen.add(key)
    }),
  )
  let running = true
  const write = (at: number): void => {
    const client = clients[at]
    if (!running || !client) return
    if (client.made - client.acked < 20) {
      const key = `${round}-${at}-${client.made}`
      mine[at]?.push(key)
      client.doc.getMap('edits').set(key, 1)
    }
    setImmediate(() => write(at))
  }
  clients.forEach((_, at) => write(at))
  await vi.waitFor(() => expect(clients.reduce((sum, client) => sum + client.acked, 0)).toBeGreaterThan(enough), {
    timeout: 20_000,
    interval: 1,
  })
  await started.kill9()
  running = false
  // What was on its way when the server died may still arrive; it counts too.
  await vi.waitFor(() => expect(clients.every((client) => client.closed)).toBe(true), { timeout: 5000 })
  return { acked: clients.flatMap((client, at) => mine[at]?.slice(0, client.acked) ?? []), seen }
}

test(
  `[SY18] ${rounds} kills while four write: no acknowledged edit is lost, and none that anyone saw`,
  { timeout: 20_000 + rounds * 10_000 },
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'samtavle-kill-'))
    server = await startServer({ folder })
    const { documentId, tokens } = await makeTeam(server, writers)
    let random = 20_261_122
    const all = new Set<string>()
    for (let round = 0; round < rounds; round += 1) {
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0
      const { acked, seen } = await writeUntilKilled(server, documentId, tokens, round, 20 + (random % 300))
      expect(acked.length).toBeGreaterThan(0)
      expect(seen.size).toBeGreaterThan(0)
      for (const key of [...acked, ...seen]) all.add(key)
      server = await startServer({ folder })
      const reader = new WireClient(server.url, documentId, tokens[0] ?? '')
      await reader.synced
      const edits = reader.doc.getMap('edits')
      expect([...all].filter((key) => !edits.has(key))).toEqual([])
      reader.close()
    }
    expect(await server.stop()).toBe(0)
    server = null
  },
)
