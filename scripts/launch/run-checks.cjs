'use strict'

const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { runScript } = require('../setup/setup-failure.cjs')
const { runSideBySide } = require('../steps/run-side-by-side.cjs')
const { staticLanes } = require('../steps/static-steps.cjs')

/** Runs every check, also after one has failed: whoever asked wants to know all of it. */
function runChecks() {
  void runScript(async () => {
    await ensureInstalled(projectRoot)
    const node = findNode(projectRoot)
    const results = await runSideBySide(node, staticLanes)
    const failed = results.filter(({ passed }) => !passed).map(({ name }) => name)
    process.stdout.write(failed.length === 0 ? '\nAll checks passed.\n' : `\nFailed: ${failed.join(', ')}.\n`)
    process.exitCode = failed.length === 0 ? 0 : 1
  })
}

exports.runChecks = runChecks
