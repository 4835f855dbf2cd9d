import type { Language } from '../../../shared/api.ts'
import { formatDate } from '../../../shared/locale/dates.ts'
import type { Messages } from '../../../shared/locale/nb.ts'

const pad = (value: number) => String(value).padStart(2, '0')
const dayOf = (at: Date) => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`

/**
 * «13.42» today, «i går 13.42», «17. mars 13.42», with the year when it is another. Without the time for a
 * comment without name, which tells only its day.
 */
export function whenWritten(
  at: number,
  now: number,
  withTime: boolean,
  language: Language,
  m: Messages['talk'],
): string {
  const written = new Date(at)
  const today = new Date(now)
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  const time = m.time(written.getHours(), written.getMinutes())
  const day = dayOf(written)
  if (day === dayOf(today)) return withTime ? time : m.today
  const year = written.getFullYear() !== today.getFullYear()
  const words = day === dayOf(yesterday) ? m.yesterday : formatDate(day, language, { short: true, year })
  return withTime ? m.at(words, time) : words
}
