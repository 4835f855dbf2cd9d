'use strict'

const path = require('node:path')
const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { runScript } = require('../setup/setup-failure.cjs')
const { becomeNode } = require('./become-node.cjs')
const { nodeFlags } = require('./node-flags.cjs')

/**
 * Becomes the program that backs up, restores or checks.
 * @param {'backup' | 'restore' | 'verify'} task
 * @param {string[]} args the program's own
 */
function runStoreTool(task, args) {
  void runScript(async () => {
    await ensureInstalled(projectRoot)
    const program = path.join(projectRoot, 'server', 'backup', 'main.ts')
    becomeNode(findNode(projectRoot), [...nodeFlags, program, task, ...args])
  })
}

exports.runStoreTool = runStoreTool
