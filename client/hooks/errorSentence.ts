import { AppError } from '../../shared/errors.ts'
import { Unreachable } from '../api.ts'
import type { Texts } from './useMessages.ts'

/** What went wrong as one sentence for people. */
export function errorSentence(messages: Texts<'errors'>, error: unknown): string {
  if (error instanceof AppError) return messages.errors[error.code]
  if (error instanceof Unreachable) return messages.common.unreachable
  return messages.errors.internal
}
