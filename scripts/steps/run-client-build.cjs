'use strict'

const { buildClient } = require('../setup/ensure-client-built.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { oneStep } = require('./counts.cjs')

/**
 * Builds the pages and shows their sizes; the build itself fails where a page is over its budget.
 * @param {string} node
 * @returns {Promise<import('./counts.cjs').Counts>}
 */
async function runClientBuild(node) {
  process.stdout.write('\n── build\n')
  const { code, output } = await buildClient(projectRoot, node)
  process.stdout.write(output)
  return oneStep(code === 0, 'build')
}

exports.runClientBuild = runClientBuild
