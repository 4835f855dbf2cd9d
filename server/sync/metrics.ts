import type { ErrorCode } from '../../shared/errors.ts'

/** What the sync engine counts. Durations are ms. */
export type SyncMetrics = {
  /** a message was not taken, or a session was ended with this code */
  refused(code: ErrorCode): void
  /** one batch of a room, from taking it up until it was on disk */
  committed(durationMs: number, updates: number): void
  /** a marker was answered, so long after it came */
  acknowledged(durationMs: number): void
  /** bytes of one message, as they came or as they were handed over */
  received(bytes: number): void
  sent(bytes: number): void
}

/** What the sync engine logs to: pino's shape. Never names, texts, codes or tokens. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
