'use strict'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A step that is one thing: it passed or it did not.
 * @param {boolean} passed
 * @returns {Counts}
 */
function oneStep(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
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
  /** @param {keyof Counts} key */
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

exports.lastLine = lastLine
exports.notBetterThan = notBetterThan
exports.oneStep = oneStep
