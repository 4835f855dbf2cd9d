import type { Language } from '../../../shared/api.ts'
import { formatDate } from '../../../shared/locale/dates.ts'
import type { Messages } from '../../../shared/locale/nb.ts'
import { formatNumber } from '../../../shared/locale/numbers.ts'
import type { StageGoal } from '../../../shared/schema/stage.ts'

const noBreak = '\u00a0'

/**
 * «20 % → 80 % innen 1. juni», or as much of it as the team has filled in; '' for nothing. The year is said when it
 * is not the one of `today` (as 2027-03-17).
 */
export function measureInWords(
  measure: StageGoal['measure'],
  language: Language,
  messages: Messages['projector'],
  today: string,
): string {
  const { baseline, baselineUnknown, target, due } = measure
  const unit = measure.unit.trim()
  const number = (value: number) => formatNumber(value, language)
  const withUnit = (value: number) => {
    if (unit === '') return number(value)
    return language === 'en' && unit === '%' ? `${number(value)}%` : `${number(value)}${noBreak}${unit}`
  }
  // «12 → 4 dager» reads better than the unit twice; a per cent sign belongs to each number.
  const first = (value: number) => (unit.length <= 1 && target !== null ? withUnit(value) : number(value))
  const words: string[] = []
  if (target !== null) {
    if (baseline !== null) words.push(messages.measure(first(baseline), withUnit(target)))
    else if (baselineUnknown) words.push(messages.measure(messages.unknown, withUnit(target)))
    else words.push(messages.target(withUnit(target)))
  } else if (baseline !== null) words.push(messages.start(withUnit(baseline)))
  if (due) words.push(messages.due(dayInWords(due, language, today)))
  return words.join(' ')
}

/** «1. juni», with the year when it is not this one; never broken over two lines. */
export function dayInWords(date: string, language: Language, today: string): string {
  const year = date.slice(0, 4) !== today.slice(0, 4)
  return formatDate(date, language, { year }).replaceAll(' ', noBreak)
}
