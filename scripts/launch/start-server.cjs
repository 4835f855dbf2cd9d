'use strict'

const path = require('node:path')
const { ensureClientBuilt } = require('../setup/ensure-client-built.cjs')
const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { runScript } = require('../setup/setup-failure.cjs')
const { becomeNode } = require('./become-node.cjs')
const { nodeFlags } = require('./node-flags.cjs')

/**
 * Sets up what is missing and becomes the server.
 * @param {string[]} flags the server's own
 */
function startServer(flags) {
  void runScript(async () => {
    await ensureInstalled(projectRoot)
    const node = findNode(projectRoot)
    await ensureClientBuilt(projectRoot, node)
    becomeNode(node, [...nodeFlags, path.join(projectRoot, 'server', 'main.ts'), ...flags])
  })
}

exports.startServer = startServer
