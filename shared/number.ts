import type { Language } from './api.ts'
import { AppError } from './errors.ts'
import { limits } from './schema/limits.ts'

const spaces = '[\\s\\u00a0\\u2009\\u202f]'
const plain = /^-?(\d+|\d*\.\d+|\d+\.)$/

/** `1.234.567` or `1,234,567`: the separator stands before groups of three, and no number begins with 0 so. */
const groups = (separator: string) => new RegExp(`^(-?[1-9]\\d{0,2})((?:${separator}\\d{3})+)(?![\\d])`)
const spaceGroups = groups(spaces)
const dotGroups = groups('\\.')
const commaGroups = groups(',')

/**
 * Reads a number as people write it: decimal comma in Norwegian, point in English, and the other one too
 * where it can only mean a decimal («1.5»). Spaces group thousands, so do points (Norwegian) and commas
 * (English) before three digits; a percent sign at the end is let be. Nothing written is null. Throws
 * `numberInvalid` for anything else, and for what a measure cannot hold.
 */
export function parseNumber(text: string, language: Language): number | null {
  let rest = text.trim().replace(/^[−–]/, '-')
  if (rest === '') return null
  rest = rest.replace(new RegExp(`${spaces}*%$`), '').replace(new RegExp(`^-${spaces}+`), '-')
  const grouping = [spaceGroups, language === 'en' ? commaGroups : dotGroups].find((pattern) => pattern.test(rest))
  if (grouping) rest = rest.replace(grouping, (all) => all.replace(/[^\d-]/g, ''))
  const decimal = rest.replace(',', '.')
  const value = plain.test(decimal) ? Number(decimal) : NaN
  if (!Number.isFinite(value) || Math.abs(value) > limits.amount) throw new AppError('numberInvalid')
  return value
}

/** A number as it stands in a field that is being edited: every decimal, no grouping; reads back as the same number. */
export function numberInField(value: number, language: Language): string {
  const digits = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
  return language === 'en' ? digits : digits.replace('.', ',')
}
