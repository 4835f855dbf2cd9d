import { isDate } from '../../shared/schema/date.ts'
import type { SmarteLetters } from '../../shared/schema/stage.ts'
import { isMeasurable, smarteCount } from '../../shared/select/smarte.ts'
import { compare, isFields, type CaseResult, type Fields } from './case.ts'

const letters = ['S', 'M', 'A', 'R', 'T', 'E'] as const

/**
 * Counts the letters; M and T are computed where the case tells what they are computed from. An indicator
 * that is not mentioned is the goal's own wording, one that is null is missing.
 */
export function runSmarte(entry: unknown, index: number): CaseResult {
  const name = isFields(entry) && typeof entry.goal === 'string' ? entry.goal : String(index + 1)
  if (!isFields(entry)) return { section: 'smarte', name, outcome: 'failed', detail: 'not an object' }
  const read: Fields = {}
  const met: Fields = { ...entry }
  const measure = isFields(entry.measure) ? entry.measure : null
  if (measure || 'indicator' in entry || 'M_claimed' in entry) {
    read.M = isMet(isMeasurable(toMeasure(entry, measure ?? entry)))
    met.M = isMet(entry.M)
  }
  if (measure && 'due' in measure) {
    read.T = isDate(measure.due)
    met.T = isMet(entry.T)
  }
  if (letters.every((letter) => isLetter(entry[letter]))) {
    const only = Object.fromEntries(letters.map((letter) => [letter, entry[letter]])) as SmarteLetters
    const { met: count, answered, of, complete } = smarteCount(only)
    Object.assign(read, { met: count, answered, of, complete })
  }
  return compare('smarte', name, read, met)
}

/** A computed letter is met or not; «not» and «untouched» are one to a file that only says what is met. */
function isMet(value: unknown): boolean | undefined {
  return value === undefined ? undefined : value === true
}

function isLetter(value: unknown): boolean {
  return value === null || typeof value === 'boolean'
}

function toMeasure(entry: Fields, measure: Fields) {
  const indicator = measure.indicator === undefined ? entry.indicator : measure.indicator
  const number = (value: unknown) => (typeof value === 'number' ? value : null)
  return {
    name: [indicator, indicator === undefined ? entry.goal : null].find((each) => typeof each === 'string') ?? '',
    target: number(measure.target),
    baseline: number(measure.baseline),
    baselineUnknown: ['unknown', 'ukjent'].includes(String(measure.baseline)) || measure.baselineUnknown === true,
  }
}
