import { isatty } from 'node:tty'
import { destination, pino, stdSerializers, type Logger } from 'pino'
import { AppError } from '../shared/errors.ts'
import type { LogLevel } from './config.ts'

/**
 * Logs JSON lines to stderr; stdout is for the lines that people and programs read. At a terminal only what
 * needs somebody's attention is shown.
 */
export function makeLogger(level: LogLevel | null): Logger {
  const stderr = destination({ dest: 2, sync: true })
  // Whoever read our output has gone: that is no reason to end.
  stderr.on('error', () => undefined)
  return pino(
    { level: level ?? (isatty(2) ? 'warn' : 'info'), base: null, serializers: { err: describeError } },
    stderr,
  )
}

/** An error without what a person may have written: an expected one by code and details, others by stack. */
function describeError(error: unknown): unknown {
  if (error instanceof AppError) {
    const cause = error.cause instanceof Error ? stdSerializers.err(error.cause) : undefined
    return { code: error.code, details: error.details, cause }
  }
  return error instanceof Error ? stdSerializers.err(error) : { type: typeof error }
}
