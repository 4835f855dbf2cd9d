'use strict'

const path = require('node:path')
const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { runScript } = require('../setup/setup-failure.cjs')
const { becomeNode } = require('./become-node.cjs')

/**
 * Sets up what is missing, and runs the server and Vite.
 * @param {string[]} flags the server's own, as for npm start
 */
function startDev(flags) {
  void runScript(async () => {
    await ensureInstalled(projectRoot)
    becomeNode(findNode(projectRoot), [path.join(__dirname, 'dev-servers.cjs'), ...flags])
  })
}

exports.startDev = startDev
