import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { StartFailureKind } from '../start-failure.ts'
import type { CallName, CallResults, Job } from './calls.ts'

/** An {@link AppError} as it crosses threads; classes do not survive structured clone. */
export type WireError = { code: ErrorCode; details: Record<string, string | number>; cause: string | null }

export type Answer =
  | { id: number; ok: true; value: CallResults[CallName] }
  | { id: number; ok: false; error: WireError }

/** One transaction that ended, for the metrics: how many jobs shared its fsync, and how long it took. */
export type Commit = { jobs: number; durationMs: number }

export type ToWorker = { type: 'jobs'; jobs: Job[] } | { type: 'close' }

export type FromWorker =
  | { type: 'ready' }
  | { type: 'startFailure'; kind: StartFailureKind; cause: string }
  /** `commit` comes with the answers of a transaction; reads are answered without */
  | { type: 'answers'; answers: Answer[]; commit: Commit | null }

export function toWire(error: AppError): WireError {
  const cause = error.cause
  return {
    code: error.code,
    details: { ...error.details },
    cause: cause instanceof Error ? cause.message : cause === undefined ? null : 'unknown',
  }
}

export function fromWire(error: WireError): AppError {
  return new AppError(error.code, error.details, error.cause === null ? undefined : new Error(error.cause))
}
