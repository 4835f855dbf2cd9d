import { isDate } from '../../shared/schema/date.ts'

/** What somebody typed where a value belongs: a value, nothing, or something that is none. */
export type Parsed<T> = { ok: true; value: T | null } | { ok: false }

// The first letters tell the month in Bokmål, Nynorsk and English alike («mar» is looked for before «ma»).
const months = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'de']

const monthNumber = (word: string): number => {
  const lower = word.toLowerCase()
  return months.findIndex((start) => lower.startsWith(start)) + 1
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/**
 * Dates as people write them: «1.6.2027», «01.06.27», «1/6 2027», «1. juni 2027», «2027-06-01». Without a
 * year it is the next such day from `today` (as `2027-03-17`). A day that does not exist is wrong.
 */
export function parseDate(text: string, today: string): Parsed<string> {
  const trimmed = text.trim().replace(/\s+/gu, ' ')
  if (trimmed === '') return { ok: true, value: null }
  if (isDate(trimmed)) return { ok: true, value: trimmed }
  const numeric = /^(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{4}|\d{2}))?\.?$/u.exec(trimmed)
  const worded = /^(\d{1,2})\.? ?([a-zæøå]{3,9})\.?(?: (\d{4}))?$/iu.exec(trimmed)
  const match = numeric ?? worded
  if (!match) return { ok: false }
  const day = Number(match[1])
  const month = numeric ? Number(match[2]) : monthNumber(match[2] ?? '')
  const date = (year: number) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  if (match[3] !== undefined) {
    const year = Number(match[3]) + (match[3].length === 2 ? 2000 : 0)
    return isDate(date(year)) ? { ok: true, value: date(year) } : { ok: false }
  }
  const thisYear = Number(today.slice(0, 4))
  // 29 February may be up to eight years away.
  for (let year = thisYear; year <= thisYear + 8; year += 1) {
    if (isDate(date(year)) && date(year) >= today) return { ok: true, value: date(year) }
  }
  return { ok: false }
}
