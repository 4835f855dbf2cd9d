import type { Logger } from 'pino'
import { readConfig, usage, type Settings } from './config.ts'
import { serverLimits } from './limits.ts'
import { makeLogger } from './logger.ts'
import { StartRefused } from './start-refused.ts'
import { startSentence } from './start-sentence.ts'

/** A server that is up. `stop` takes no more edits, commits, closes every connection and the store. */
export type Running = { stop(): Promise<void> }

/**
 * The process around the server: flags in, one sentence and an exit code out, and an orderly end by signal.
 * What nobody foresaw ends the process: what is on disk is the truth, and what is in memory may not be.
 */
export async function runProcess(start: (settings: Settings, log: Logger) => Promise<Running>): Promise<void> {
  // Whoever read our output has gone: that is no reason to end.
  process.stdout.on('error', ignore)
  process.stderr.on('error', ignore)
  const settings = readSettings()
  const log = makeLogger(settings.logLevel)
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'unforeseen: ending')
    process.exit(1)
  })
  let running: Running | null = null
  let stopping = false
  // From before it is ready: whoever sees the line that says so may end it at once.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // npm and the terminal both pass Ctrl-C on: the second is the same wish.
      if (stopping) return
      stopping = true
      end(running, log)
    })
  }
  try {
    running = await start(settings, log)
  } catch (error) {
    const sentence = startSentence(error, settings.port, settings.host)
    if (sentence === null) log.fatal({ err: error }, 'the server could not start')
    else if (error instanceof Error && error.cause) log.debug({ err: error.cause }, 'why it did not start')
    endWith(sentence ?? 'Samtavle could not start; the log above says why.', 1)
  }
  if (stopping) end(running, log)
}

function readSettings(): Settings {
  try {
    const settings = readConfig(process.argv.slice(2), process.env)
    if (settings !== 'help') return settings
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    endWith(error.message, error.exitCode)
  }
}

/** Null: it is still starting, and is ended as soon as it has. */
function end(running: Running | null, log: Logger): void {
  setTimeout(() => {
    log.error({}, 'stopping took too long')
    process.exit(1)
  }, serverLimits.stopMs).unref()
  running?.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    },
  )
}

function endWith(sentence: string, code: number): never {
  process.stderr.write(`Samtavle: ${sentence}\n`)
  process.exit(code)
}

function ignore(): void {
  // nothing to do
}
