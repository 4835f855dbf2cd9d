'use strict'

const path = require('node:path')
const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { runScript } = require('../setup/setup-failure.cjs')
const { becomeNode } = require('./become-node.cjs')
const { nodeFlags } = require('./node-flags.cjs')

/**
 * Runs `test/<folder>/run.ts` as a program of its own.
 * @param {string} folder
 * @param {string[]} args what it was asked for on the command line
 */
function runInTest(folder, args) {
  void runScript(async () => {
    await ensureInstalled(projectRoot)
    const program = path.join(projectRoot, 'test', folder, 'run.ts')
    becomeNode(findNode(projectRoot), [...nodeFlags, program, ...args])
  })
}

exports.runInTest = runInTest
