'use strict'

const path = require('node:path')
const { capturedRun } = require('./captured-run.cjs')

/**
 * Runs npm. Under `npm start` it is the npm that runs us, by the Node that runs npm, since our own may lie
 * in the node_modules that is about to be replaced.
 * @param {string} folder
 * @param {string[]} args
 * @param {string} [node] to run it with instead
 */
function npm(folder, args, node) {
  const cli = process.env.npm_execpath
  const env = { ...process.env }
  if (node) env.PATH = `${path.dirname(node)}${path.delimiter}${env.PATH ?? ''}`
  if (cli && /npm-cli\.c?js$/.test(cli)) {
    const runner = node ?? process.env.npm_node_execpath ?? process.execPath
    return capturedRun(runner, [cli, ...args], { cwd: folder, env })
  }
  return capturedRun('npm', args, { cwd: folder, env, shell: process.platform === 'win32' })
}

/**
 * The version of the Node that npm runs on. Under npm it says so itself, 'npm/11.0.0 node/v20.20.0 linux x64';
 * ours may be another, brought by an earlier install.
 */
function npmsNodeVersion() {
  return / node\/(v\S+)/.exec(process.env.npm_config_user_agent ?? '')?.[1] ?? process.version
}

exports.npm = npm
exports.npmsNodeVersion = npmsNodeVersion
