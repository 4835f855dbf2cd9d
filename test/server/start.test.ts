import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { startAndFail, startServer, type StartedServer } from './start.ts'

// Each starts real processes, some of them four.
vi.setConfig({ testTimeout: 30_000 })

const folderFor = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
const start = async (options: Parameters<typeof startServer>[0]): Promise<StartedServer> => {
  const server = await startServer(options)
  onTestFinished(async () => void (await server.stop()))
  return server
}
const post = async <Body>(server: StartedServer, path: string, body: unknown, token?: string) => {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Body }
}
type Joined = { token: string; code: string }

test('[AC61] two lines tell where it is and how the first facilitator comes in, until that link is used', async () => {
  const folder = await folderFor()
  const first = await start({ folder })
  expect(first.stdout()).toBe(
    `Samtavle is ready: http://127.0.0.1:${first.port}\n` +
      `Facilitator: http://127.0.0.1:${first.port}/start#${first.facilitatorToken}\n`,
  )
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
  expect(await first.stop()).toBe(0)

  const second = await start({ folder })
  expect(second.facilitatorToken).toBe(first.facilitatorToken)
  const joined = await post<Joined>(second, '/api/sessions', { secret: second.facilitatorToken, name: 'Kari' })
  expect(joined).toMatchObject({ status: 201, body: { role: 'facilitator', mayMakeNetworks: true, networkId: null } })
  const made = await post<{ id: string }>(second, '/api/networks', { name: 'Innlandet' }, joined.body.token)
  await second.stop()

  const third = await start({ folder })
  expect(third.facilitatorToken).toBeNull()
  await third.stop()

  const fourth = await start({ folder, args: ['--facilitator-link'] })
  expect(fourth.facilitatorToken).not.toBe(first.facilitatorToken)
  const another = await post<Joined>(fourth, '/api/sessions', { secret: fourth.facilitatorToken, name: 'Ola' })
  expect(another.body).toMatchObject({ networkId: made.body.id, networks: [{ id: made.body.id, name: 'Innlandet' }] })
})

test('[AC62] SIGTERM closes sockets with a code, keeps what was made, and ends with 0 within five seconds', async () => {
  const folder = await folderFor()
  const server = await start({ folder })
  const { body } = await post<Joined>(server, '/api/sessions', { secret: server.facilitatorToken, name: 'Kari' })
  const network = await post<{ id: string }>(server, '/api/networks', { name: 'N' }, body.token)
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/overview:${network.body.id}`, {
    headers: { authorization: `Bearer ${body.token}` },
  })
  await new Promise((resolve) => socket.once('open', resolve))
  const closed = new Promise((resolve) => socket.once('close', (code, reason) => resolve([code, reason.toString()])))
  const from = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - from).toBeLessThan(5_000)
  expect(await closed).toEqual([1012, 'stopping'])
  const again = await start({ folder })
  const self = await fetch(`${again.url}/api/session`, { headers: { authorization: `Bearer ${body.token}` } })
  expect(await self.json()).toMatchObject({ name: 'Kari', networkName: 'N' })
})

test('[AC62] what was answered is there after kill -9', async () => {
  const folder = await folderFor()
  const server = await start({ folder })
  const { body } = await post<Joined>(server, '/api/sessions', { secret: server.facilitatorToken, name: 'Kari' })
  await server.kill9()
  const again = await start({ folder })
  const used = await post<Joined>(again, '/api/sessions', { secret: server.facilitatorToken, name: 'Ola' })
  expect(used).toMatchObject({ status: 410, body: { code: 'secretUsed' } })
  const self = await fetch(`${again.url}/api/session`, { headers: { authorization: `Bearer ${body.token}` } })
  expect(self.status).toBe(200)
})

const isOneSentence = /^Samtavle: [A-Z][^\n]*\.\n$/

test('[AC63] a taken port is told', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const folder = join(await folderFor(), 'data')
  const { code, stderr, stdout } = await startAndFail(['--port', String(port), '--data', folder])
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(isOneSentence)
  expect(stderr).toContain(`Port ${port} is taken`)
  await expect(stat(folder)).rejects.toThrow('ENOENT')
})

test('[AC63] a second process on the same folder is told, and the first goes on', async () => {
  const folder = await folderFor()
  const first = await start({ folder })
  const { code, stderr } = await startAndFail(['--data', folder])
  expect(code).toBe(1)
  expect(stderr).toMatch(isOneSentence)
  expect(stderr).toContain('in use by another Samtavle')
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
})

test('[AC63] a folder of a newer version is told and left as it is', async () => {
  const folder = await folderFor()
  await (await start({ folder })).stop()
  const path = join(folder, 'samtavle.db')
  const db = new DatabaseSync(path)
  db.exec('PRAGMA user_version = 999')
  db.close()
  const before = await readFile(path)
  const { code, stderr } = await startAndFail(['--data', folder])
  expect(code).toBe(1)
  expect(stderr).toMatch(isOneSentence)
  expect(stderr).toContain('newer version')
  expect((await readFile(path)).equals(before)).toBe(true)
})

test('[AC63] a folder that cannot be made, a strange address and a strange flag are told', async () => {
  const folder = await startAndFail(['--data', join(import.meta.filename, 'data')])
  expect(folder.code).toBe(1)
  expect(folder.stderr).toMatch(isOneSentence)
  expect(folder.stderr).toContain("can't be written")
  const host = await startAndFail(['--host', '203.0.113.7', '--data', await folderFor()])
  expect(host).toMatchObject({ code: 1, stdout: '' })
  expect(host.stderr).toMatch(isOneSentence)
  const flag = await startAndFail(['--prot', '1'])
  expect(flag).toMatchObject({ code: 2, stdout: '' })
  expect(flag.stderr).toMatch(isOneSentence)
})

test('[AC63] a lost key is told and nothing is made in its place', async () => {
  const folder = await folderFor()
  await (await start({ folder })).stop()
  await rm(join(folder, 'samtavle.key'))
  const { code, stderr } = await startAndFail(['--data', folder])
  expect(code).toBe(1)
  expect(stderr).toMatch(isOneSentence)
  expect(stderr).toContain('samtavle.key is missing')
  expect(await readdir(folder)).not.toContain('samtavle.key')
})

test('[AC64] --sample refuses a folder that holds a network already', async () => {
  const folder = await folderFor()
  const server = await start({ folder })
  const { body } = await post<Joined>(server, '/api/sessions', { secret: server.facilitatorToken, name: 'Kari' })
  await post(server, '/api/networks', { name: 'Ekte' }, body.token)
  await server.stop()
  const { code, stderr } = await startAndFail(['--data', folder, '--sample'])
  expect(code).toBe(1)
  expect(stderr).toMatch(isOneSentence)
  expect(stderr).toContain('already holds a network')
})

test('[AC64] --sample fills an empty folder, prints each team’s code, and starts again with the same', async () => {
  const folder = await folderFor()
  const first = await start({ folder, sample: true })
  const teams = first.stdout().match(/^Team \d+ .+: [2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/gm) ?? []
  expect(teams).toHaveLength(24)
  const granvik = teams.find((line) => line.startsWith('Team 7 Granvik: '))?.split(': ')[1]
  expect(await post(first, '/api/sessions', { secret: granvik, name: 'Ny' })).toMatchObject({
    status: 201,
    body: { role: 'editor', teams: [{ number: 7, name: 'Granvik' }] },
  })
  await first.stop()
  const again = await start({ folder, sample: true })
  expect(again.stdout()).toContain(teams.join('\n'))
})

test('[AC65] --help prints the flags and ends well', async () => {
  const { code, stdout } = await startAndFail(['--help'])
  expect(code).toBe(0)
  expect(stdout).toContain('--public-url')
})
