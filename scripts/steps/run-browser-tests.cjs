'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { ensureChromium } = require('../setup/ensure-chromium.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { SetupFailure } = require('../setup/setup-failure.cjs')
const { notBetterThan, oneStep } = require('./counts.cjs')
const { browserCounts, browserReport, readReport } = require('./read-report.cjs')
const { runStep } = require('./run-step.cjs')

const playwright = path.join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')

/**
 * The paths through a real browser. Without a Chromium they count as one failure, so that a machine
 * that lacks it never looks as if all were well.
 * @param {string} node
 * @param {string[]} args handed to Playwright
 */
async function runBrowserTests(node, args) {
  fs.rmSync(browserReport, { force: true })
  try {
    const env = { ...process.env, CHROMIUM_PATH: ensureChromium() }
    const code = await runStep('browser', node, [playwright, 'test', ...args], { env })
    return notBetterThan(browserCounts(readReport(browserReport)), code)
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    process.stdout.write(`\n── browser\n${error.message}\n`)
    return oneStep(false)
  }
}

exports.runBrowserTests = runBrowserTests
