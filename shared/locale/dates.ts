import { isDate } from '../schema/date.ts'
import type { Language } from '../api.ts'

/*
 * Dates as people say them. The names are our own: Chromium has no Nynorsk dates and would answer in
 * English. Dates are calendar dates (2027-03-17) without a time zone, so every reader sees the same day.
 */

type Names = { months: readonly string[]; short: readonly string[]; weekdays: readonly string[]; and: string }

const norwegianMonths = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
]
const norwegianShort = ['jan.', 'feb.', 'mars', 'april', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.']
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const names: Record<Language, Names> = {
  nb: {
    months: norwegianMonths,
    short: norwegianShort,
    weekdays: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
    and: 'og',
  },
  nn: {
    months: norwegianMonths,
    short: norwegianShort,
    weekdays: ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
    and: 'og',
  },
  en: {
    months: englishMonths,
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    and: 'and',
  },
}

const dayMs = 24 * 60 * 60 * 1000

type Parts = { year: number; month: number; day: number; time: number }

function parts(date: string): Parts {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day, time: Date.UTC(year, month - 1, day) }
}

/** «17.» in Norwegian, «17» in English. */
const dayOf = (day: number, language: Language): string => (language === 'en' ? `${day}` : `${day}.`)

/**
 * «1. juni», «1. juni 2027» with `year`, «tysdag 1. juni» with `weekday`, «15. feb.» with `short`.
 * What is no date is given back as it is: a malformed entry must not keep a page from showing.
 */
export function formatDate(
  date: string,
  language: Language,
  options: { year?: boolean; weekday?: boolean; short?: boolean } = {},
): string {
  if (!isDate(date)) return date
  const { year, month, day, time } = parts(date)
  const { months, short, weekdays } = names[language]
  const monthName = (options.short ? short : months)[month - 1] ?? ''
  const weekday = options.weekday ? `${weekdays[new Date(time).getUTCDay()] ?? ''} ` : ''
  return `${weekday}${dayOf(day, language)} ${monthName}${options.year ? ` ${year}` : ''}`
}

/**
 * The days of a gathering: «17.–18. mars», «31. mars – 1. april», «17. og 24. mars». Sorted; doubles and
 * what is no date are left out; '' for none. The year is written with `year`.
 */
export function formatDays(days: readonly string[], language: Language, options: { year?: boolean } = {}): string {
  const sorted = [...new Set(days.filter(isDate))].sort().map(parts)
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) return ''
  const year = options.year ? ` ${last.year}` : ''
  const month = (part: Parts) => names[language].months[part.month - 1] ?? ''
  const full = (part: Parts) => `${dayOf(part.day, language)} ${month(part)}`
  const oneMonth = first.year === last.year && first.month === last.month
  const inARow = sorted.every((part, index) => part.time === first.time + index * dayMs)
  if (sorted.length === 1) return `${full(first)}${year}`
  if (inARow && oneMonth) return `${dayOf(first.day, language)}–${full(last)}${year}`
  if (inARow) return `${full(first)} – ${full(last)}${year}`
  const before = sorted.slice(0, -1).map((part, index) => {
    const next = sorted[index + 1]
    return oneMonth && next ? dayOf(part.day, language) : full(part)
  })
  return `${before.join(', ')} ${names[language].and} ${full(last)}${year}`
}
