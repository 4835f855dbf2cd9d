import { spawn } from 'node:child_process'

export type ProgramEnd = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

/** Runs a program to its end. The environment is the given one alone, on top of PATH and HOME. */
export function runProgram(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<ProgramEnd> {
  const { PATH, HOME } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
