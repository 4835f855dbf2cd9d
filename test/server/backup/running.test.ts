import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServer, type StartedServer } from '../start.ts'
import { makeTeam, post } from '../team-on-server.ts'
import { writeWithoutPause } from '../write-without-pause.ts'
import { WireClient } from '../wire-client.ts'

const main = join(import.meta.dirname, '..', '..', '..', 'server', 'backup', 'main.ts')

/** Runs one of the tools as a process of its own, and resolves to what it said and how it ended. */
function runTool(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })))
}

async function start(folder: string): Promise<StartedServer> {
  const server = await startServer({ folder })
  onTestFinished(async () => void (await server.stop()))
  return server
}

const guide = join(import.meta.dirname, '..', '..', '..', 'docs', 'operating.md')

test(
  '[ST60][ST62][ST63][ST65] a backup made while people write has all that was acknowledged before, and is a whole hall when restored',
  { timeout: 90_000 },
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'samtavle-backup-'))
    onTestFinished(() => rm(root, { recursive: true, force: true }))
    const folder = join(root, 'data')
    const server = await start(folder)
    const team = await makeTeam(server, 2)
    const clients = team.tokens.map((token) => new WireClient(server.url, team.documentId, token))
    await Promise.all(clients.map((client) => client.synced))
    const writing = writeWithoutPause(clients, 'edit')
    await writing.acked(60)
    const before = writing.ackedKeys()
    const file = join(root, 'backup')
    const { code, stdout, stderr } = await runTool('backup', file, '--data', folder)
    const after = writing.stop()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`The backup is in ${file}`)
    expect(stdout).toContain('(1 of teams)')
    expect(stdout).toContain('It holds the key too')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(root)).toEqual(['backup', 'data'])
    expect(after.length).toBeGreaterThan(before.length)

    const running = await runTool('verify', '--data', folder)
    expect(running).toMatchObject({ code: 0, stderr: '' })
    expect(running.stdout).toMatch(new RegExp(`^${team.documentId} +Team 1 Granvik .* whole$`, 'm'))
    expect(running.stdout).toMatch(/\n6 documents, 0 damaged\n$/)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toMatch(/^samtavle_last_backup_timestamp_seconds 1\d{9}$/m)
    const told = await readFile(guide, 'utf8')
    const names = [...metrics.matchAll(/^# HELP (samtavle_\w+)/gm)].map(([, name = '']) => name)
    expect(names.filter((name) => !told.includes(`\`${name}`))).toEqual([])
    clients.forEach((client) => client.close())
    await server.kill9()
    expect((await runTool('verify', '--data', folder)).stdout).toMatch(/\n6 documents, 0 damaged\n$/)

    const restored = join(root, 'restored')
    expect(await runTool('restore', file, '--data', restored)).toMatchObject({ code: 0, stderr: '' })
    const second = await start(restored)
    const joined = await post<{ role: string }>(`${second.url}/api/sessions`, { secret: team.code, name: 'Ny' })
    expect(joined.role).toBe('editor')
    const reader = new WireClient(second.url, team.documentId, team.tokens[0] ?? '')
    await reader.synced
    const edits = reader.doc.getMap('edits')
    expect(before.filter((key) => !edits.has(key))).toEqual([])
    reader.close()
  },
)
