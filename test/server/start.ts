import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const main = join(root, 'server', 'main.ts')
const followStarter = join(root, 'scripts', 'launch', 'follow-starter.cjs')

export type StartOptions = {
  sample?: boolean
  /** kept when the server stops; without one a temporary folder is made and removed by `stop` */
  folder?: string
  args?: string[]
  env?: Record<string, string>
}

/** A real server in a process of its own. */
export type StartedServer = {
  /** `http://127.0.0.1:…`, from the line that it printed */
  url: string
  port: number
  pid: number
  /** the one-time token; null when its line was not printed (it has been used) */
  facilitatorToken: string | null
  folder: string
  /** what it wrote so far */
  stdout: () => string
  stderr: () => string
  /** resolves when a line of stdout fits */
  line: (pattern: RegExp) => Promise<string>
  /** SIGTERM; resolves to the exit code */
  stop(): Promise<number | null>
  /** SIGKILL, as a power cut would; the folder is kept for the next start */
  kill9(): Promise<void>
}

/** Starts a server on a free port and waits until it says that it is ready. Rejects with stderr if it ends before. */
export async function startServer(options: StartOptions = {}): Promise<StartedServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'samtavle-test-')))
  const { child, output, exited } = spawnServer(['--data', folder, ...(options.sample ? ['--sample'] : [])], options)
  const line = (pattern: RegExp) => waitForLine(child, output, pattern)
  const [, url = ''] = /^Samtavle is ready: (\S+)$/.exec(await line(/^Samtavle is ready: /)) ?? []
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    // All lines are written at once.
    facilitatorToken: /^Facilitator: \S+#(\S+)$/m.exec(output.stdout)?.[1] ?? null,
    folder,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    line,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM')
      const code = await exited
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
      return code
    },
    kill9: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Starts a server that is not expected to come up. Resolves to what it said and how it ended. */
export async function startAndFail(args: string[], env: Record<string, string> = {}) {
  const { output, exited } = spawnServer([], { args, env })
  const code = await exited
  return { code, ...output }
}

function spawnServer(first: string[], { args = [], env = {} }: StartOptions) {
  const node = ['--disable-warning=ExperimentalWarning', '--require', followStarter, main]
  const listen = ['--port', '0', '--host', '127.0.0.1']
  // The channel carries nothing: it ends the server should the test process be killed.
  const child = spawn(process.execPath, [...node, ...listen, ...first, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, output, exited }
}

function waitForLine(
  child: ChildProcess,
  output: { stdout: string; stderr: string },
  pattern: RegExp,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      // The last part may be half a line.
      const found = output.stdout
        .split('\n')
        .slice(0, -1)
        .find((line) => pattern.test(line))
      if (found === undefined) return
      child.stdout?.off('data', look)
      child.off('close', gone)
      resolve(found)
    }
    const gone = () => reject(new Error(`The server ended before it said ${pattern}:\n${output.stderr}`))
    child.stdout?.on('data', look)
    child.once('close', gone)
    look()
  })
}
