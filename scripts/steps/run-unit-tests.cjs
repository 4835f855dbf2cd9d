'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { projectRoot } = require('../setup/project-root.cjs')
const { notBetterThan } = require('./counts.cjs')
const { readReport, unitCounts, unitFailures, unitReport } = require('./read-report.cjs')
const { runStep } = require('./run-step.cjs')

const vitest = path.join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')

/**
 * Everything under test/ that needs no browser.
 * @param {string} node
 * @param {string[]} args handed to Vitest
 * @returns {Promise<import('./counts.cjs').Counts>}
 */
async function runUnitTests(node, args) {
  // Yesterday's report must not stand in for a run that wrote none.
  fs.rmSync(unitReport, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const code = await runStep('unit', node, [vitest, 'run', ...reporters, ...args])
  const report = readReport(unitReport)
  return { ...notBetterThan(unitCounts(report), code), failures: unitFailures(report) }
}

exports.runUnitTests = runUnitTests
