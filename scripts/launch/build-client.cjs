'use strict'

const { buildClient } = require('../setup/ensure-client-built.cjs')
const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { runScript } = require('../setup/setup-failure.cjs')

/** Builds the pages and shows what Vite says of their size. */
function buildPages() {
  void runScript(async () => {
    await ensureInstalled(projectRoot)
    const node = findNode(projectRoot)
    const { code, output } = await buildClient(projectRoot, node)
    process.stdout.write(output)
    process.exitCode = code
  })
}

exports.buildPages = buildPages
