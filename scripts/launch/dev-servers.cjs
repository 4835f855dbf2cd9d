'use strict'

const { spawn } = require('node:child_process')
const path = require('node:path')
const { projectRoot } = require('../setup/project-root.cjs')
const { say } = require('../setup/say.cjs')
const { nodeFlags } = require('./node-flags.cjs')
const { restartOnChange } = require('./restart-on-change.cjs')

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
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} added
 */
function node(args, added) {
  return spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...added } })
}

/**
 * The server, started anew when it or what it shares changes, and Vite, which serves the pages and passes
 * /api, /sync, /healthz and /metrics on to the server. Vite's settings read where that is:
 *
 *   SAMTAVLE_DEV_TARGET   the server's address, http://127.0.0.1:<port>; unset outside `npm run dev`
 *
 * Run as a program of its own, so that it always has the Node that watches whole folders.
 * @param {string[]} flags the server's own, as for npm start
 */
function runDevServers(flags) {
  const port = portOf(flags)
  const target = `http://127.0.0.1:${port}`
  const main = path.join(projectRoot, 'server', 'main.ts')
  say(`the server on ${target}, and the pages on the address that Vite prints.`)

  const startServer = () => node([...nodeFlags, main, ...flags], { SAMTAVLE_PORT: port })
  const watched = ['server', 'shared'].map((folder) => path.join(projectRoot, folder))
  const endServer = restartOnChange(startServer, watched)
  const vite = node([path.join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')], { SAMTAVLE_DEV_TARGET: target })

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      endServer(signal)
      vite.kill(signal)
    })
  }
  vite.on('exit', (code) => {
    process.exitCode = code ?? 0
    endServer('SIGTERM')
  })
}

exports.portOf = portOf

if (require.main === module) runDevServers(process.argv.slice(2))
