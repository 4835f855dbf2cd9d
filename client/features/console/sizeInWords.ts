import type { Language } from '../../../shared/api.ts'
import { formatNumber } from '../../../shared/locale/numbers.ts'

const units = ['kB', 'MB', 'GB', 'TB'] as const

/** «1,4 MB», «120 GB»: two figures where one would say too little. */
export function sizeInWords(bytes: number, language: Language): string {
  let size = bytes / 1_000
  let unit = 0
  // As it will be written: 999.6 kB is 1 MB.
  while (Math.round(size) >= 1_000 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${formatNumber(size < 10 ? Math.round(size * 10) / 10 : Math.round(size), language)}\u00a0${units[unit] ?? ''}`
}
