'use strict'

const path = require('node:path')
const { projectRoot } = require('../setup/project-root.cjs')

/** @param {string[]} parts */
function tool(...parts) {
  return path.join(projectRoot, 'node_modules', ...parts)
}

const format = { name: 'format', args: [tool('prettier', 'bin', 'prettier.cjs'), '--check', '.'] }
const others = [
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'types of the scripts', args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'scripts'] },
  {
    name: 'lint',
    args: [
      tool('oxlint', 'bin', 'oxlint'),
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives-severity=error',
    ],
  },
  { name: 'layers', args: [path.join(projectRoot, 'scripts', 'check-layers.cjs')] },
  { name: 'length', args: [path.join(projectRoot, 'scripts', 'check-length.cjs')] },
]

/**
 * What `npm run check` runs, and `npm test` before anything else: in two lanes, since the format takes as long as all the others.
 * @type {{ name: string, args: string[] }[][]}
 */
exports.staticLanes = [[format], others]
