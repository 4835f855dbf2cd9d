import type { AppError } from '../../shared/errors.ts'

/** Why a line of text was not taken, as one sentence beside its field. */
export function lineError(
  m: { tooLong: (length: number, max: number) => string },
  failure: AppError,
  empty: string,
): string {
  const { length, max } = failure.details
  return failure.code === 'textTooLong' ? m.tooLong(Number(length), Number(max)) : empty
}
