'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { capturedRun } = require('./captured-run.cjs')
const { isBuilt, stampBuild, wantedStamp } = require('./client-stamp.cjs')
const { oneAtATime } = require('./one-at-a-time.cjs')
const { say } = require('./say.cjs')
const { SetupFailure } = require('./setup-failure.cjs')

/**
 * @param {string} root
 * @param {string} node
 * @returns {Promise<{ code: number, output: string }>} what Vite printed
 */
async function runVite(root, node) {
  const stamp = wantedStamp(root)
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const run = await capturedRun(node, [vite, 'build'], { cwd: root })
  if (run.code === 0) stampBuild(root, stamp)
  return run
}

/**
 * Builds the pages into client/dist, up to date or not.
 * @param {string} root
 * @param {string} node
 */
function buildClient(root, node) {
  return oneAtATime(root, () => runVite(root, node))
}

/**
 * Builds the pages where they are missing or made from other sources than today's.
 * @param {string} root
 * @param {string} node
 */
async function ensureClientBuilt(root, node) {
  if (isBuilt(root)) return
  await oneAtATime(root, async () => {
    if (isBuilt(root)) return
    say('building the pages (once after each change; a few seconds) …')
    const { code, output } = await runVite(root, node)
    if (code === 0) return
    const log = path.join('.cache', 'build.log')
    fs.writeFileSync(path.join(root, log), output)
    throw new SetupFailure(`the pages could not be built: all that the build said is in ${log}.`)
  })
}

exports.buildClient = buildClient
exports.ensureClientBuilt = ensureClientBuilt
