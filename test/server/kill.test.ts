import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { startServer, type StartedServer } from './start.ts'
import { WireClient } from './wire-client.ts'

const rounds = 10
const writers = 4

let folder = ''
let server: StartedServer | null = null
afterAll(async () => {
  await server?.kill9()
  await rm(folder, { recursive: true, force: true })
})

async function post(url: string, body: unknown, token?: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return (await answer.json()) as Record<string, unknown>
}

/** A network with one team; gives the team's document and a token for each writer. */
async function makeTeam(started: StartedServer): Promise<{ documentId: string; tokens: string[] }> {
  const { url } = started
  const facilitator = await post(`${url}/api/sessions`, { secret: started.facilitatorToken, name: 'Ragnhild' })
  const token = String(facilitator['token'])
  const network = await post(`${url}/api/networks`, { name: 'Nett' }, token)
  await post(`${url}/api/networks/${String(network['id'])}/gatherings`, { name: 'Samling 1', days: 2 }, token)
  const { teams } = (await post(
    `${url}/api/networks/${String(network['id'])}/teams`,
    { teams: [{ name: 'Granvik', municipalities: ['Granvik'] }] },
    token,
  )) as { teams: { code: string; documentId: string }[] }
  const tokens: string[] = []
  for (let at = 0; at < writers; at += 1) {
    const session = await post(`${url}/api/sessions`, { secret: teams[0]?.code, name: `Skriver ${at}` })
    tokens.push(String(session['token']))
  }
  return { documentId: teams[0]?.documentId ?? '', tokens }
}

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
  '[SY18] ten kills while four write: no acknowledged edit is lost, and none that anyone saw',
  { timeout: 120_000 },
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'samtavle-kill-'))
    server = await startServer({ folder })
    const { documentId, tokens } = await makeTeam(server)
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
