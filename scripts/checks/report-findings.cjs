'use strict'

/**
 * Prints what a check found and sets the exit code by it.
 * @param {string} allWell
 * @param {string[]} findings
 */
function reportFindings(allWell, findings) {
  process.stdout.write(`${findings.length === 0 ? allWell : findings.join('\n')}\n`)
  process.exitCode = findings.length === 0 ? 0 : 1
}

exports.reportFindings = reportFindings
