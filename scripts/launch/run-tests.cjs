'use strict'

const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { runScript } = require('../setup/setup-failure.cjs')
const { lastLine, oneStep, whatFailed } = require('../steps/counts.cjs')
const { runBrowserTests } = require('../steps/run-browser-tests.cjs')
const { runClientBuild } = require('../steps/run-client-build.cjs')
const { runSideBySide } = require('../steps/run-side-by-side.cjs')
const { runUnitTests } = require('../steps/run-unit-tests.cjs')
const { staticLanes } = require('../steps/static-steps.cjs')
const { keepCompiled } = require('./keep-compiled.cjs')

/** @typedef {import('../steps/counts.cjs').Counts} Counts */

/**
 * @param {string} node
 * @returns {AsyncGenerator<Counts>}
 */
async function* everything(node) {
  for (const { name, passed } of await runSideBySide(node, staticLanes)) yield oneStep(passed, name)
  yield await runClientBuild(node)
  yield await runUnitTests(node, [])
  yield await runBrowserTests(node, [])
}

/**
 * @param {string} node
 * @param {string[]} args `--only unit` or `--only browser`, then what is handed to that runner
 * @returns {AsyncGenerator<Counts>}
 */
async function* asked(node, args) {
  const [flag, runner, ...rest] = args
  if (flag !== '--only') yield* everything(node)
  else if (runner === 'browser') {
    yield await runClientBuild(node)
    yield await runBrowserTests(node, rest)
  } else yield await runUnitTests(node, rest)
}

/**
 * Runs every step, also after one has failed, and closes with the counts of all of them.
 * @param {string[]} args
 */
async function runTests(args) {
  /** @type {Counts[]} */
  const all = []
  await runScript(async () => {
    await ensureInstalled(projectRoot)
    keepCompiled()
    for await (const counts of asked(findNode(projectRoot), args)) all.push(counts)
  })
  if (process.exitCode) all.push(oneStep(false))
  process.stdout.write(`${whatFailed(all)}\n${lastLine(all)}\n`)
  process.exitCode = all.every((counts) => counts.failed === 0) ? 0 : 1
}

exports.runTests = runTests
