import type { AppError } from '../../shared/errors.ts'
import type { Messages } from '../../shared/locale/nb.ts'

/** Why a line of text was not taken, as one sentence beside its field. */
export function lineError(m: Messages['goals'], failure: AppError, empty: string): string {
  const { length, max } = failure.details
  return failure.code === 'textTooLong' ? m.tooLong(Number(length), Number(max)) : empty
}
