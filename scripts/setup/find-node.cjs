'use strict'

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { SetupFailure } = require('./setup-failure.cjs')

/** The oldest Node the server runs on: type stripping and node:sqlite, both without flags. */
const serverMajor = 24

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10)
}

/** @param {string} root */
function nodeFromNpm(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return path.join(root, 'node_modules', 'node', 'bin', name)
}

/**
 * The Node that runs the server and the tools: this one where it is new enough, else the one that
 * the install brought.
 * @param {string} root
 * @returns {string} path of the program
 */
function findNode(root) {
  if (majorOf(process.version) >= serverMajor) return process.execPath
  const installed = nodeFromNpm(root)
  const advice = `install Node ${serverMajor} or newer on this machine and give the same command again.`
  if (!fs.existsSync(installed)) {
    throw new SetupFailure(
      `Node ${serverMajor} did not come with the install (are npm's install scripts switched off here?): ${advice}`
    )
  }
  const answer = spawnSync(installed, ['--version'], { encoding: 'utf8' })
  if (majorOf(answer.stdout ?? '') >= serverMajor) return installed
  throw new SetupFailure(`the Node ${serverMajor} that came with the install doesn't run on this machine: ${advice}`)
}

exports.findNode = findNode
exports.majorOf = majorOf
exports.nodeFromNpm = nodeFromNpm
