'use strict'

const { spawn } = require('node:child_process')
const { projectRoot } = require('../setup/project-root.cjs')

/** A step that hangs fails, and leaves the others their time. */
const longestStepMs = 20 * 60_000

/**
 * Runs one step with its output on the terminal, under a heading.
 * @param {string} name
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} exit code
 */
function runStep(name, node, args, env = process.env) {
  process.stdout.write(`\n── ${name}\n`)
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: longestStepMs,
      killSignal: 'SIGKILL',
    })
    child.on('error', (error) => {
      process.stdout.write(`${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      if (signal) process.stdout.write(`${name} was ended by ${signal}.\n`)
      resolve(code ?? 1)
    })
  })
}

exports.runStep = runStep
