'use strict'

const { spawn } = require('node:child_process')
const path = require('node:path')
const { whenStarterIsGone } = require('./follow-starter.cjs')
const { keepCompiled } = require('./keep-compiled.cjs')

const followStarter = path.join(__dirname, 'follow-starter.cjs')
/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGTERM', 'SIGINT', 'SIGHUP']

/**
 * Runs a program as a child: what ends us is passed on to it, and its end becomes ours.
 * @param {string} node
 * @param {string[]} args
 */
function spawnNode(node, args) {
  // The fourth channel carries nothing: its closing tells the child that we are gone, however we ended.
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of passedOn) process.on(signal, () => child.kill(signal))
  whenStarterIsGone(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`Samtavle: ${node} could not be started: ${error.message}.\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    for (const each of passedOn) process.removeAllListeners(each)
    process.kill(process.pid, signal)
  })
}

/**
 * Turns this process into the given Node program, with the same pid where the system can replace a
 * running program, so that nothing stands between the terminal and the server.
 * @param {string} node
 * @param {string[]} args
 */
function becomeNode(node, args) {
  keepCompiled()
  const all = ['--require', followStarter, ...args]
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(node, [node, ...all], process.env)
  }
  spawnNode(node, all)
}

exports.becomeNode = becomeNode
