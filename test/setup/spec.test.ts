import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** The numbers of SPEC.md's rules, in its order. */
const rules = [...readFileSync(join(root, 'SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z]{2}\d+)\*\* /gm)].map(
  ([, rule = '']) => rule,
)

/** The rules that tests name, as `[SY1]` or `[SY1, SY2]` in their titles. */
function namedByTests(): Set<string> {
  const named = new Set<string>()
  for (const entry of readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [, list = ''] of text.matchAll(/\[([A-Z]{2}\d+(?:,? [A-Z]{2}\d+)*)\]/g)) {
      for (const [rule] of list.matchAll(/[A-Z]{2}\d+/g)) named.add(rule)
    }
  }
  return named
}

test('SPEC.md numbers each rule once', () => {
  expect(rules.length).toBeGreaterThan(100)
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
})

test('every rule of SPEC.md is named by a test, and no test names a rule that is not there', () => {
  const named = namedByTests()
  expect(rules.filter((rule) => !named.has(rule))).toEqual([])
  expect([...named].filter((rule) => !rules.includes(rule)).toSorted()).toEqual([])
})
