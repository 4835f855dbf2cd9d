import type { Language } from '../../../shared/api.ts'

/**
 * The languages in which a flow is gone through: `npm test` takes the first, `npm run soak` the further ones too. Each flow
 * is gone through in two at least, by mouse, by keyboard or by finger.
 */
export function flowLanguages(always: readonly Language[], further: readonly Language[]): readonly Language[] {
  return process.env['SAMTAVLE_TEST_SCREENS'] === 'all' ? [...always, ...further] : always
}
