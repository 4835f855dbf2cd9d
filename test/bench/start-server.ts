import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A server under load, in a process of its own. */
export type Running = {
  pid: number
  port: number
  /** everything it wrote to stdout so far */
  said(): string
  /** heap and external memory after a collection, MB */
  heap(): Promise<number>
  /** the stretches since `from` (ms since 1970) in which the main thread could begin nothing new */
  blocks(from: number): Block[]
  /** `SIGKILL` for a crash; resolves when it is gone */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** How long, and how much of it the thread itself worked (the rest is other programs' noise), ms. */
export type Block = { ms: number; workedMs: number }

/** `ready` is the line by which it says that it can be used; without one it is enough that it answers. */
export type Program = {
  args: string[]
  cwd: string
  env?: Record<string, string>
  ready?: RegExp
  watchBlocks?: boolean
}

const probes = ['heap-probe.cjs', 'block-probe.cjs']
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Starts a Node program that listens on `PORT`, and waits until it does. `folder` is its own, for its data. */
export async function startServer(program: Program, folder: string, port: number): Promise<Running> {
  const heapFile = join(folder, '.heap')
  const blockFile = join(folder, '.blocks')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program.args], {
    cwd: program.cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...program.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HEAP_FILE: heapFile,
      ...(program.watchBlocks ? { BLOCK_FILE: blockFile } : {}),
      NODE_OPTIONS: probes.map((name) => `--require=${join(import.meta.dirname, name)}`).join(' '),
    },
  })
  running.add(child)
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child)
      resolve()
    })
  })
  await listening(port, child)
  while (program.ready && !program.ready.test(said)) await wait(5)
  const pid = child.pid ?? 0
  return {
    pid,
    port,
    said: () => said,
    heap: async () => {
      rmSync(heapFile, { force: true })
      child.kill('SIGUSR2')
      while (!existsSync(heapFile)) await wait(20)
      return Number(readFileSync(heapFile, 'utf8'))
    },
    blocks: (from) =>
      (existsSync(blockFile) ? readFileSync(blockFile, 'utf8') : '').split('\n').flatMap((line) => {
        const [at = 0, ms = 0, workedMs = 0] = line.split(' ').map(Number)
        return at - ms >= from ? [{ ms, workedMs }] : []
      }),
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return gone
    },
  }
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`A server ended at once: ${child.spawnargs.join(' ')}`)
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (answer) return
    await wait(10)
  }
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
