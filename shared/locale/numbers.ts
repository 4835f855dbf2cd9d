import type { Language } from '../api.ts'

// Chromium has no «nn» numbers and would answer in English; Nynorsk writes numbers as Bokmål does.
const norwegian = new Intl.NumberFormat('nb', { maximumFractionDigits: 3 })
const english = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 })

/** A number as people write it: decimal comma in Norwegian, point in English. */
export function formatNumber(value: number, language: Language): string {
  return (language === 'en' ? english : norwegian).format(value)
}
