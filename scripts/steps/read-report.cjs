'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { stripVTControlCharacters } = require('node:util')
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

/**
 * @param {string | undefined} message what a runner says of a failure, with the colours of a terminal
 * @returns {string} its first lines
 */
function firstLines(message) {
  const plain = stripVTControlCharacters(message ?? '')
  return plain.split('\n').slice(0, 12).join('\n')
}

/**
 * @param {any} report as Vitest's JSON reporter writes it
 * @returns {string[]} each test that failed, and each file that could not be loaded, with why
 */
function unitFailures(report) {
  /** @type {string[]} */
  const failures = []
  for (const file of report?.testResults ?? []) {
    const where = path.relative(projectRoot, file.name ?? '')
    const failed = file.assertionResults.filter((/** @type {any} */ one) => one.status === 'failed')
    for (const one of failed) {
      failures.push(`${where} › ${one.fullName}\n${firstLines(one.failureMessages?.join('\n'))}`)
    }
    if (file.status === 'failed' && failed.length === 0) failures.push(`${where}\n${firstLines(file.message)}`)
  }
  return failures
}

exports.browserCounts = browserCounts
exports.browserReport = browserReport
exports.readReport = readReport
exports.unitCounts = unitCounts
exports.unitFailures = unitFailures
exports.unitReport = unitReport
