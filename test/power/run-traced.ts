import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { compileShim } from './disk-shim.ts'
import { readTrace, type TraceEvent } from './trace.ts'

const main = join(import.meta.dirname, '..', '..', 'server', 'backup', 'main.ts')

/** Runs `npm run backup` or `restore`, which must succeed, and gives what it did to the files of `folder`, which is made. */
export async function runTraced(
  folder: string,
  ...args: string[]
): Promise<{ events: TraceEvent[]; inode: bigint; stdout: string }> {
  const trace = `${folder}.trace`
  mkdirSync(folder)
  writeFileSync(trace, '')
  const env = tracedEnv(folder, trace)
  const stdout = await runTask(env, ...args)
  return { events: readTrace(readFileSync(trace)), inode: statSync(folder, { bigint: true }).ino, stdout }
}

/** What a process is started with so that all it does to the files of `folder` is added to `trace`. */
export function tracedEnv(folder: string, trace: string): Record<string, string> {
  return { LD_PRELOAD: compileShim(), SHIM_DIR: folder, SHIM_TRACE: trace, UV_USE_IO_URING: '0' }
}

/** Runs `npm run backup` or `restore`, which must succeed, and gives what it said. */
export async function runTask(env: Record<string, string>, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
  return stdout
}
