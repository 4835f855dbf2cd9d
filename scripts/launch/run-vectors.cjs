'use strict'

const path = require('node:path')
const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { runScript } = require('../setup/setup-failure.cjs')
const { becomeNode } = require('./become-node.cjs')
const { nodeFlags } = require('./node-flags.cjs')

/** @param {string[]} args the file of vectors, and whatever test/vectors/run.ts takes beside it */
function runVectors(args) {
  void runScript(async () => {
    await ensureInstalled(projectRoot)
    const program = path.join(projectRoot, 'test', 'vectors', 'run.ts')
    becomeNode(findNode(projectRoot), [...nodeFlags, program, ...args])
  })
}

exports.runVectors = runVectors
