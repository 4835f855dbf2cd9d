import { findIdentityNumbers, identityNumberRules } from '../../shared/identity-number.ts'
import { asList, compare, isFields, type CaseResult } from './case.ts'

const section = 'fnr'
const expectations: Record<string, boolean> = {
  valid_old_and_new: true,
  valid_new_only: true,
  d_number_valid: true,
  synthetic_valid: true,
  invalid: false,
}
const rules: Record<string, readonly number[]> = {
  weights_k1: identityNumberRules.weights1,
  weights_k2: identityNumberRules.weights2,
  accept_k1_remainder: identityNumberRules.remainders1,
  accept_k2_remainder: identityNumberRules.remainders2,
}

/** Looks for identity numbers. The lines that come of it name a case by its place, never by the number. */
export function runIdentityNumbers(entry: unknown): CaseResult[] {
  if (!isFields(entry)) return [{ section, name: '1', outcome: 'failed', detail: 'not an object' }]
  const found = (text: unknown) => findIdentityNumbers(String(text)).length > 0
  return Object.entries(entry).flatMap(([key, value]): CaseResult[] => {
    const expected = expectations[key]
    if (expected !== undefined) {
      return asList(value).map((number, at) =>
        compare(section, `${key} ${at + 1}`, { found: found(number) }, { found: expected }),
      )
    }
    if (key === 'text') {
      return asList(value).map((each, at) => {
        const fields = isFields(each) ? each : {}
        return compare(section, `text ${at + 1}`, { hit: found(fields.text) }, { hit: fields.hit })
      })
    }
    const rule = rules[key]
    return rule ? [compare(section, key, { [key]: rule }, { [key]: value })] : []
  })
}
