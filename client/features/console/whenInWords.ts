import type { Language } from '../../../shared/api.ts'
import { formatDate } from '../../../shared/locale/dates.ts'
import type { Messages } from '../../../shared/locale/nb.ts'
import { today } from '../../ui/today.ts'

/** «14.05». */
export function timeInWords(at: number, words: Messages['care']): string {
  const date = new Date(at)
  return words.time(date.getHours(), date.getMinutes())
}

/** «i dag 14.05», «i går 9.30», «tirsdag 17. mars 14.05», with the year when it is another. */
export function whenInWords(at: number, now: number, language: Language, words: Messages['care']): string {
  const date = new Date(at)
  const day = today(date)
  const present = new Date(now)
  const yesterday = new Date(present.getFullYear(), present.getMonth(), present.getDate() - 1)
  const time = timeInWords(at, words)
  if (day === today(present)) return words.at(words.today, time)
  if (day === today(yesterday)) return words.at(words.yesterday, time)
  const year = date.getFullYear() !== present.getFullYear()
  return words.at(formatDate(day, language, { weekday: !year, year }), time)
}
