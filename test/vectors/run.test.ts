import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const program = fileURLToPath(new URL('run.ts', import.meta.url))
const own = fileURLToPath(new URL('vectors.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  const lines = stdout.trimEnd().split('\n')
  return { status, lines, last: lines.at(-1), stderr }
}

function runContent(content: unknown) {
  const path = join(folder, 'some.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return run(path)
}

type Vectors = Record<string, never> & {
  smarte: Record<string, unknown>[]
  goal_aggregation: { result: Record<string, unknown>[] }
  phase_status: { examples: Record<string, unknown>[] }
  fnr: { text: { hit: boolean }[]; invalid: string[]; valid_new_only: string[]; weights_k1: number[] }
}

/** Runs the project's vectors with one thing changed. */
function runChanged(change: (vectors: Vectors) => void) {
  const vectors = JSON.parse(readFileSync(own, 'utf8')) as Vectors
  change(vectors)
  return runContent(vectors)
}

describe('npm run vectors', () => {
  test('[MO23] all cases of the formulas that exist pass, the others are skipped', () => {
    const { status, lines, last } = run(own)
    expect(lines.filter((line) => line.startsWith('failed'))).toEqual([])
    expect(last).toMatch(/^\d+ passed, 0 failed, \d+ skipped$/)
    expect(status).toBe(0)
    const passed = (section: string) => lines.filter((line) => line.startsWith(`passed ${section}: `)).length
    expect([passed('smarte'), passed('goal_aggregation'), passed('fnr'), passed('phase_status')]).toEqual([3, 2, 21, 3])
    expect(lines).toContain('passed smarte: Åpne nytt lavterskel-/aktivitetstilbud.')
    expect(lines).toContain('skipped need_form: source example')
  })

  test('[MO19] no line holds a number of eleven digits', () => {
    expect(run(own).lines.join('\n')).not.toMatch(/\d{11}/)
    const changed = runChanged((vectors) => vectors.fnr.invalid.push(vectors.fnr.valid_new_only[0] ?? ''))
    expect(changed.lines.join('\n')).not.toMatch(/\d{11}/)
  })

  test.each<[string, (vectors: Vectors) => void]>([
    ['smarte: met', (vectors) => ((vectors.smarte[0] ??= {}).met = 3)],
    ['smarte: answered', (vectors) => ((vectors.smarte[0] ??= {}).answered = 6)],
    ['smarte: complete', (vectors) => ((vectors.smarte[1] ??= {}).complete = false)],
    [
      'smarte: M from its measure',
      (vectors) => ((vectors.smarte[1] as { measure: { target: null } }).measure.target = null),
    ],
    ['smarte: M without an indicator', (vectors) => ((vectors.smarte[2] ??= {}).M = true)],
    [
      'smarte: T from a date that is none',
      (vectors) => ((vectors.smarte[1] as { measure: { due: string } }).measure.due = '2027-02-30'),
    ],
    ['goal_aggregation: municipalities', (vectors) => ((vectors.goal_aggregation.result[0] ??= {}).municipalities = 4)],
    ['goal_aggregation: goals', (vectors) => ((vectors.goal_aggregation.result[1] ??= {}).goals = 2)],
    ['goal_aggregation: order', (vectors) => vectors.goal_aggregation.result.reverse()],
    ['goal_aggregation: a row too few', (vectors) => vectors.goal_aggregation.result.pop()],
    ['fnr: text', (vectors) => ((vectors.fnr.text[0] as { hit: boolean }).hit = true)],
    ['fnr: a valid one among the invalid', (vectors) => vectors.fnr.invalid.push(vectors.fnr.valid_new_only[0] ?? '')],
    ['phase_status: status', (vectors) => ((vectors.phase_status.examples[1] as { status: string }).status = 'ferdig')],
    ['phase_status: no count', (vectors) => vectors.phase_status.examples.push({ of: 4, status: 'ferdig' })],
    ['fnr: weights', (vectors) => (vectors.fnr.weights_k1[0] = 4)],
  ])('[MO23] a wrong expectation fails: %s', (_, change) => {
    const { status, last, lines } = runChanged(change)
    expect(lines.filter((line) => line.startsWith('failed '))).not.toEqual([])
    expect(last).not.toMatch(/ 0 failed/)
    expect(status).toBe(1)
  })

  test('[MO23] takes other files of the same shape', () => {
    expect(runContent({})).toMatchObject({ status: 0, lines: ['0 passed, 0 failed, 0 skipped'] })
    const smarte = [{ goal: 'Nytt', S: null, M: null, A: null, R: null, T: null, E: null, met: 0, answered: 0 }]
    expect(runContent({ smarte, weather: [1, 2] })).toMatchObject({
      status: 0,
      lines: ['passed smarte: Nytt', 'skipped weather: 1', 'skipped weather: 2', '1 passed, 0 failed, 2 skipped'],
    })
    const withUnknown = { goal: 'G', indicator: 'Andel', M_claimed: true, baseline: 'unknown', target: 80, M: true }
    expect(runContent({ smarte: [withUnknown] })).toMatchObject({ status: 0, last: '1 passed, 0 failed, 0 skipped' })
  })

  test.each([
    [{ smarte: 'nothing', fnr: [], goal_aggregation: 7, phase_status: [] }],
    [{ smarte: [null, {}], fnr: { text: [{}] }, goal_aggregation: {} }],
  ])('[MO23] a section of another shape fails and breaks nothing: %j', (content) => {
    const { status, last, stderr } = runContent(content)
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(last).toMatch(/^0 passed, [1-9]\d* failed, 0 skipped$/)
  })

  test('[MO23] no file, or one that is none, is one sentence and 2', () => {
    for (const result of [
      run(),
      run(join(folder, 'none.json')),
      runContent('{ "smarte": ['),
      runContent('[1]'),
      run(folder),
    ]) {
      expect(result.status).toBe(2)
      expect(result.stderr.trimEnd().split('\n')).toHaveLength(1)
      expect(result.stderr).not.toContain('    at ')
    }
  })
})
