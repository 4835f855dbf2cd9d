import type { Language } from '../../../shared/api.ts'

/** What somebody typed where a number belongs: a number, nothing, or something that is no number. */
export type Parsed<T> = { ok: true; value: T | null } | { ok: false }

const wrong = { ok: false } as const

/**
 * Numbers as people write them: «12,5», «12.5», «1 000», «20 %», «−3». Three digits after a mark that is the
 * language's thousands mark are thousands: «1.000» in Norwegian, «1,000» in English; the field then shows
 * «1 000», so that nobody is misunderstood in silence.
 */
export function parseNumber(text: string, language: Language): Parsed<number> {
  const compact = text
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace(/^[\u2212\u2013]/u, '-')
    .replace(/%$/u, '')
  if (compact === '') return text.trim() === '' ? { ok: true, value: null } : wrong
  const thousands = language === 'en' ? /^-?\d{1,3}(,\d{3})+(\.\d+)?$/u : /^-?\d{1,3}(\.\d{3})+(,\d+)?$/u
  const plain = thousands.test(compact) ? compact.replaceAll(language === 'en' ? ',' : '.', '') : compact
  if (!/^-?(\d+([.,]\d*)?|[.,]\d+)$/u.test(plain)) return wrong
  const value = Number(plain.replace(',', '.'))
  return Number.isFinite(value) && Math.abs(value) <= 1e12 ? { ok: true, value } : wrong
}
