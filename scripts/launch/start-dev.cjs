'use strict'

const { spawn } = require('node:child_process')
const path = require('node:path')
const { ensureInstalled } = require('../setup/ensure-installed.cjs')
const { findNode } = require('../setup/find-node.cjs')
const { projectRoot } = require('../setup/project-root.cjs')
const { say } = require('../setup/say.cjs')
const { runScript } = require('../setup/setup-failure.cjs')
const { nodeFlags } = require('./node-flags.cjs')

const usualPort = '4321'

/**
 * The port the server will listen on, so that Vite can be told where to send what isn't a page.
 * @param {string[]} flags
 */
function portOf(flags) {
  const joined = flags.find((flag) => flag.startsWith('--port='))
  if (joined) return joined.slice('--port='.length)
  const at = flags.indexOf('--port')
  return (at >= 0 ? flags[at + 1] : undefined) ?? process.env.SAMTAVLE_PORT ?? usualPort
}

/**
 * Runs both until either ends or someone ends us; neither is left behind.
 * @param {string} node
 * @param {{ args: string[], env: NodeJS.ProcessEnv }[]} programs
 */
function runTogether(node, programs) {
  const children = programs.map(({ args, env }) => spawn(node, args, { cwd: projectRoot, stdio: 'inherit', env }))
  /** @param {NodeJS.Signals} signal */
  const endAll = (signal) => children.forEach((child) => child.kill(signal))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => endAll(signal))
  }
  for (const child of children) {
    child.on('exit', (code) => {
      process.exitCode ??= code ?? 0
      endAll('SIGTERM')
    })
  }
}

/**
 * The server restarts when a file it has loaded changes; Vite serves the pages and passes /api, /sync,
 * /healthz and /metrics on to the server. Vite's settings read where that is from the environment:
 *
 *   SAMTAVLE_DEV_TARGET   the server's address, http://127.0.0.1:<port>; unset outside `npm run dev`
 *
 * @param {string[]} flags the server's own, as for npm start
 */
function startDev(flags) {
  void runScript(async () => {
    await ensureInstalled(projectRoot)
    const node = findNode(projectRoot)
    const port = portOf(flags)
    const target = `http://127.0.0.1:${port}`
    const server = path.join(projectRoot, 'server', 'main.ts')
    const vite = path.join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')
    say(`the server on ${target}, and the pages on the address that Vite prints.`)
    runTogether(node, [
      {
        args: [...nodeFlags, '--watch', '--watch-preserve-output', server, ...flags],
        env: { ...process.env, SAMTAVLE_PORT: port },
      },
      { args: [vite], env: { ...process.env, SAMTAVLE_DEV_TARGET: target } },
    ])
  })
}

exports.portOf = portOf
exports.startDev = startDev
