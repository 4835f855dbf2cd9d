/** Where a number stands in a text: UTF-16 index and length, separators included. Never the number itself. */
export type NumberPlace = { index: number; length: number }

/**
 * The control digits' weights and the remainders that they may leave. From 2032 the first may leave 0 to 3;
 * numbers of both kinds are in use side by side.
 */
export const identityNumberRules = {
  weights1: [3, 7, 6, 1, 8, 9, 4, 5, 2],
  weights2: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
  remainders1: [0, 1, 2, 3],
  remainders2: [0],
} as const

/** D-numbers add 40 to the day; H-numbers 40, synthetic ones 80 or 65 to the month. */
const dayOffsets = [0, 40]
const monthOffsets = [0, 40, 65, 80]

// Spaces (also those that do not break), dots and hyphens, as people write and paste them.
const separator = '[ .\\u00a0\\u2009\\u202f\\-\\u2010\\u2011\\u2013]{0,3}'
const candidate = new RegExp(`\\d{2}${separator}\\d{2}${separator}\\d{2}${separator}\\d{5}(?!\\d)`, 'y')

/** How bank account numbers are written. Their control digit is the second one here, so many would pass. */
const bankAccount = /^\d{4}\.\d{2}\.\d{5}$/

/**
 * Finds what looks like a national identity number: eleven digits touching no other digit, perhaps with
 * separators after the second, fourth and sixth, with a date that exists and right control digits. For a soft
 * warning: one in a hundred numbers of eleven digits passes by accident. Nothing here logs or keeps the text.
 */
export function findIdentityNumbers(text: string): NumberPlace[] {
  const found: NumberPlace[] = []
  let index = 0
  while (index < text.length) {
    const length = isDigit(text[index - 1]) ? 0 : lengthAt(text, index)
    if (length > 0) found.push({ index, length })
    index += length || 1
  }
  return found
}

function lengthAt(text: string, index: number): number {
  candidate.lastIndex = index
  const match = candidate.exec(text)?.[0]
  if (match === undefined || bankAccount.test(match)) return 0
  return isIdentityNumber(match.replace(/\D/g, '')) ? match.length : 0
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

function isIdentityNumber(eleven: string): boolean {
  const digits = Array.from(eleven, Number)
  const { weights1, weights2, remainders1, remainders2 } = identityNumberRules
  return (
    hasDate(eleven) &&
    remainders1.some((remainder) => remainder === remainderOf(digits, weights1)) &&
    remainders2.some((remainder) => remainder === remainderOf(digits, weights2))
  )
}

/** The weighted sum and the control digit after it, modulo 11. */
function remainderOf(digits: readonly number[], weights: readonly number[]): number {
  const control = digits[weights.length] ?? 0
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), control) % 11
}

function hasDate(eleven: string): boolean {
  const [day, month, year] = [0, 2, 4].map((at) => Number(eleven.slice(at, at + 2))) as [number, number, number]
  // The century cannot be read from the number: 29 February is right if it was in either.
  return dayOffsets.some((dayOffset) =>
    monthOffsets.some((monthOffset) =>
      [1900, 2000].some((century) => existsDay(century + year, month - monthOffset, day - dayOffset)),
    ),
  )
}

function existsDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
