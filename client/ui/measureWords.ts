import type { Language } from '../../shared/api.ts'
import { formatDate } from '../../shared/locale/dates.ts'
import type { Messages } from '../../shared/locale/nb.ts'
import { formatNumber } from '../../shared/locale/numbers.ts'
import type { Measure } from '../../shared/schema/measure.ts'

/** «20 %», «5 dager». */
export function amount(value: number, unit: string, language: Language): string {
  return [formatNumber(value, language), unit.trim()].filter(Boolean).join('\u00a0')
}

/** Whether anything of the measure is filled in, beyond what every goal is made with. */
export function hasMeasure(measure: Measure): boolean {
  return measure.name.trim() !== '' || measure.baseline !== null || measure.baselineUnknown || measure.target !== null
}

/** «Start 20 %», «Mål 80 %», «Innen 1. juni 2027»: what is known, in words. */
export function measureFacts(
  measure: Pick<Measure, 'baseline' | 'baselineUnknown' | 'target' | 'due' | 'unit'>,
  m: Messages['reading']['goals'],
  language: Language,
): string[] {
  const { baseline, baselineUnknown, target, due, unit } = measure
  const facts: string[] = []
  if (baseline !== null) facts.push(m.measure.start(amount(baseline, unit, language)))
  else if (baselineUnknown) facts.push(m.measure.startUnknown)
  facts.push(target === null ? m.measure.noTarget : m.measure.goalValue(amount(target, unit, language)))
  if (due !== null) facts.push(m.measure.by(formatDate(due, language, { year: true })))
  return facts
}

/** What M still needs, in the order of the form. */
export function missingForMeasurable(measure: Measure, m: Messages['goals']): string[] {
  return [
    measure.name.trim() === '' ? m.measure.missing.name : '',
    measure.baseline === null && !measure.baselineUnknown ? m.measure.missing.baseline : '',
    measure.target === null ? m.measure.missing.target : '',
  ].filter(Boolean)
}
