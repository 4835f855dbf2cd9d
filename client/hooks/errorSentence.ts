import { AppError } from '../../shared/errors.ts'
import type { Messages } from '../../shared/locale/nb.ts'
import { Unreachable } from '../api.ts'

/** What went wrong as one sentence for people. */
export function errorSentence(messages: Messages, error: unknown): string {
  if (error instanceof AppError) return messages.errors[error.code]
  if (error instanceof Unreachable) return messages.common.unreachable
  return messages.errors.internal
}
