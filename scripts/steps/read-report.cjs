'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { projectRoot } = require('../setup/project-root.cjs')

/** Where the runners put their reports; in one folder that git passes by. */
const unitReport = path.join(projectRoot, 'test-results', 'unit.json')
const browserReport = path.join(projectRoot, 'test-results', 'browser.json')

/**
 * @param {string} file
 * @returns {unknown} null where the runner wrote none
 */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * A test file that could not be loaded has no test to fail, and counts as one.
 * @param {any} report as Vitest's JSON reporter writes it
 * @returns {import('./counts.cjs').Counts}
 */
function unitCounts(report) {
  const files = report?.testResults ?? []
  const unloaded = files.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0
  )
  return {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

/**
 * @param {any} report as Playwright's JSON reporter writes it
 * @returns {import('./counts.cjs').Counts}
 */
function browserCounts(report) {
  const stats = report?.stats ?? {}
  return {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: (stats.unexpected ?? 0) + (report?.errors?.length ?? 0),
    skipped: stats.skipped ?? 0,
  }
}

exports.browserCounts = browserCounts
exports.browserReport = browserReport
exports.readReport = readReport
exports.unitCounts = unitCounts
exports.unitReport = unitReport
