import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { strangersAmong } from '../../../server/http/open-files.ts'
import { post } from '../../server/team-on-server.ts'

const main = join(import.meta.dirname, '..', '..', '..', 'server', 'main.ts')
/** Of the system, far below what the server would like. */
const openFiles = 400

let folder: string
let server: ChildProcess
let said = ''
let warned = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtavle-few-files-'))
  const command = `ulimit -n ${openFiles}; exec "$0" "$@"`
  const args = [process.execPath, main, '--port', '0', '--host', '127.0.0.1', '--data', folder]
  server = spawn('sh', ['-c', command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  server.stdout?.on('data', (data: Buffer) => (said += data.toString()))
  server.stderr?.on('data', (data: Buffer) => (warned += data.toString()))
  await vi.waitFor(() => expect(said).toContain('/start#'), { timeout: 8_000 })
})
afterAll(async () => {
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
  await rm(folder, { recursive: true, force: true })
})

test('[AC100] where the system allows few connections, strangers get half of them, and a newcomer still gets in', async () => {
  const url = /ready: (\S+)/.exec(said)?.[1] ?? ''
  const open = Array.from({ length: 600 }, () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    return socket.resume()
  })
  await vi.waitFor(() => expect(open.filter((socket) => !socket.closed).length).toBeLessThanOrEqual(openFiles / 2))
  const secret = /start#(\S+)/.exec(said)?.[1] ?? ''
  const { token } = await post<{ token: string }>(`${url}/api/sessions`, { secret, name: 'Kari' })
  expect((await post<{ id: string }>(`${url}/api/networks`, { name: 'Nett' }, token)).id).not.toBe('')
  expect(warned).toContain('few open files')
  for (const socket of open) socket.destroy()
})

test('[AC100] strangers get no more than 4,000 and no more than half', () => {
  expect([null, 1_048_576, 8_000, 7_999, 256].map((files) => strangersAmong(files, 4_000))).toEqual([
    ...[4_000, 4_000, 4_000, 3_999, 128],
  ])
})
