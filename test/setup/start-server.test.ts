import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { stampBuild, wantedStamp } from '../../scripts/setup/client-stamp.cjs'
import { stampInstall } from '../../scripts/setup/install-stamp.cjs'
import { temporaryProject, writeInto } from './temporary-project.ts'

/** Tells its pid and flags, then each signal it gets; ends with code 7. */
const standIn = `
  const line: (text: string) => void = (text) => process.stdout.write(text + '\\n')
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => { line('got ' + signal); process.exit(7) })
  }
  line([process.pid, ...process.argv.slice(2)].join(' '))
  setInterval(() => {}, 1000)
`

/** Leaves no way to replace a running program, as on a Node before 23.11. */
const withoutExecve = 'data:text/javascript,delete process.execve'

/** A project that is set up and built, with a stand-in for the server. */
function readyProject(): string {
  const root = temporaryProject()
  fs.mkdirSync(path.join(root, 'node_modules'))
  stampInstall(root)
  writeInto(root, 'client/dist/index.html', '')
  stampBuild(root, wantedStamp(root))
  writeInto(root, 'server/main.ts', standIn)
  return root
}

async function startStandIn(nodeFlags: string[]) {
  const script = path.join(readyProject(), 'scripts', 'start.cjs')
  const { npm_lifecycle_event: _, ...env } = process.env
  const starter = spawn(process.execPath, [...nodeFlags, script, '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  starter.stderr.on('data', (text) => (stderr += String(text)))
  const lines = createInterface({ input: starter.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string | undefined> => (await lines.next()).value as string | undefined
  const [pid, ...flags] = (await nextLine())?.split(' ') ?? []
  const serverPid = Number(pid)
  onTestFinished(() => {
    for (const each of [starter.pid, serverPid]) {
      try {
        if (each) process.kill(each, 'SIGKILL')
      } catch {
        // It ended, as it should.
      }
    }
  })
  return { starter, serverPid, flags, nextLine, stderr: () => stderr }
}

describe.each([
  ['in our place', []],
  ['as our child', ['--import', withoutExecve]],
])('the server runs %s', (_, nodeFlags) => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s reaches it and its exit code is ours', async (signal) => {
    const { starter, flags, nextLine, stderr } = await startStandIn(nodeFlags)
    expect(flags).toEqual(['--port', '0'])
    const ended = once(starter, 'exit')
    starter.kill(signal)
    expect(await nextLine()).toBe(`got ${signal}`)
    expect(await ended).toEqual([7, null])
    expect(stderr()).toBe('')
  })
})

test('in our place means with our pid', async () => {
  const { starter, serverPid } = await startStandIn([])
  expect(serverPid).toBe(starter.pid)
})

test('a server that dies of a signal takes us along', async () => {
  const { starter, serverPid } = await startStandIn(['--import', withoutExecve])
  const ended = once(starter, 'exit')
  process.kill(serverPid, 'SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
})

test('the server ends in order when the wrapper was ended by kill -9', async () => {
  const { starter, serverPid, nextLine } = await startStandIn(['--import', withoutExecve])
  expect(serverPid).not.toBe(starter.pid)
  starter.kill('SIGKILL')
  expect(await nextLine()).toBe('got SIGTERM')
})
