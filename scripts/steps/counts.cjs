'use strict'

/** @typedef {{ passed: number, failed: number, skipped: number, failures?: string[] }} Counts */

/**
 * A step that is one thing: it passed or it did not.
 * @param {boolean} passed
 * @param {string} [name] to name it by where it failed
 * @returns {Counts}
 */
function oneStep(passed, name) {
  const counts = { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
  return passed || name === undefined ? counts : { ...counts, failures: [name] }
}

/**
 * A runner that says it failed, or that ran nothing, has failed, whatever it counted.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function notBetterThan(counts, exitCode) {
  const well = exitCode === 0 && counts.passed + counts.failed > 0
  return well || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

/**
 * @param {Counts[]} all
 * @returns {string} the last line of npm test
 */
function lastLine(all) {
  /** @param {'passed' | 'failed' | 'skipped'} key */
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {Counts[]} all
 * @returns {string} what failed, with why, again at the end: what is said of it underway is far up by then
 */
function whatFailed(all) {
  const failures = all.flatMap((counts) => counts.failures ?? [])
  return failures.length === 0 ? '' : `\n── what failed\n${failures.join('\n\n')}\n`
}

exports.lastLine = lastLine
exports.notBetterThan = notBetterThan
exports.oneStep = oneStep
exports.whatFailed = whatFailed
