import { describe, expect, test } from 'vitest'
import { lastLine, notBetterThan, oneStep, whatFailed } from '../../scripts/steps/counts.cjs'
import { browserCounts, unitCounts, unitFailures } from '../../scripts/steps/read-report.cjs'

describe('the last line of npm test', () => {
  test('sums every step', () => {
    expect(lastLine([oneStep(true), oneStep(false), { passed: 40, failed: 2, skipped: 0 }])).toBe('41 passed, 3 failed')
  })

  test('tells what was skipped', () => {
    expect(lastLine([{ passed: 1, failed: 0, skipped: 3 }])).toBe('1 passed, 0 failed, 3 skipped')
  })
})

describe('what failed, at the end', () => {
  test('names a step and a test, with the first lines of why', () => {
    const report = {
      testResults: [
        {
          name: `${process.cwd()}/test/shared/a.test.ts`,
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'goes well' },
            {
              status: 'failed',
              fullName: 'goes wrong',
              failureMessages: ['\u001b[31mexpected 1\u001b[39m\nat line 3'],
            },
          ],
        },
        {
          name: `${process.cwd()}/test/shared/b.test.ts`,
          status: 'failed',
          message: 'not loaded',
          assertionResults: [],
        },
      ],
    }
    const unit = { passed: 1, failed: 2, skipped: 0, failures: unitFailures(report) }
    expect(whatFailed([oneStep(false, 'lint'), oneStep(true, 'types'), unit])).toBe(
      '\n── what failed\nlint\n\ntest/shared/a.test.ts › goes wrong\nexpected 1\nat line 3\n\ntest/shared/b.test.ts\nnot loaded\n',
    )
  })

  test('says nothing where all is well', () => {
    expect(whatFailed([oneStep(true, 'lint'), { passed: 3, failed: 0, skipped: 0, failures: [] }])).toBe('')
  })
})

describe('a report', () => {
  test('of unit tests counts a file that could not be loaded', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
      ],
    }
    expect(unitCounts(report)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test('of browser tests counts errors outside any test', () => {
    const report = { stats: { expected: 3, flaky: 0, unexpected: 1, skipped: 1 }, errors: [{}] }
    expect(browserCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 1 })
  })

  test('that was never written is a failure', () => {
    expect(notBetterThan(unitCounts(null), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('with no test in it is a failure, even if the runner is content', () => {
    expect(notBetterThan(browserCounts({ stats: {} }), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('of a runner that failed without a failed test is a failure', () => {
    expect(notBetterThan({ passed: 9, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 9, failed: 1, skipped: 0 })
  })
})
