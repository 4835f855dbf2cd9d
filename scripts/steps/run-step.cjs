'use strict'

const { spawn } = require('node:child_process')
const { projectRoot } = require('../setup/project-root.cjs')

/** A step that hangs fails, and leaves the others their time. */
const longestStepMs = 20 * 60_000

/**
 * Runs one step with its output on the terminal, under a heading; `atOnce`: all of it when the step is over, so that steps can
 * run side by side.
 * @param {string} name
 * @param {string} node
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, atOnce?: boolean }} [options]
 * @returns {Promise<number>} exit code
 */
function runStep(name, node, args, { env = process.env, atOnce = false } = {}) {
  const heading = `\n── ${name}\n`
  if (!atOnce) process.stdout.write(heading)
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: projectRoot,
      env,
      stdio: ['ignore', atOnce ? 'pipe' : 'inherit', atOnce ? 'pipe' : 'inherit'],
      timeout: longestStepMs,
      killSignal: 'SIGKILL',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text))
    /** @param {number} code @param {string} said */
    const end = (code, said) => {
      process.stdout.write(`${atOnce ? heading + output : ''}${said}`)
      resolve(code)
    }
    child.on('error', (error) => end(1, `${error.message}\n`))
    child.on('close', (code, signal) => end(code ?? 1, signal ? `${name} was ended by ${signal}.\n` : ''))
  })
}

exports.runStep = runStep
