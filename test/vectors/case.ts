/** How one case went. `detail` says what differed, for a case that failed. */
export type CaseResult = { section: string; name: string; outcome: 'passed' | 'failed' | 'skipped'; detail?: string }

/** A JSON object. */
export type Fields = Record<string, unknown>

/** True for a JSON object: neither null nor a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list as it is; anything else as a list of one; nothing as an empty one. */
export function asList(value: unknown): unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** Compares what a formula gave with what the file expects, field by field, where the file expects anything. */
export function compare(section: string, name: string, got: Fields, expected: Fields): CaseResult {
  const differing = Object.keys(got).filter(
    (key) => expected[key] !== undefined && JSON.stringify(expected[key]) !== JSON.stringify(got[key]),
  )
  const compared = Object.keys(got).some((key) => expected[key] !== undefined)
  if (!compared) return { section, name, outcome: 'failed', detail: 'the file expects nothing that can be compared' }
  if (differing.length === 0) return { section, name, outcome: 'passed' }
  const detail = differing
    .map((key) => `${key}: expected ${JSON.stringify(expected[key])}, got ${JSON.stringify(got[key])}`)
    .join('; ')
  return { section, name, outcome: 'failed', detail }
}
