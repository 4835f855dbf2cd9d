'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { capturedRun } = require('./captured-run.cjs')
const { SetupFailure } = require('./setup-failure.cjs')

/** Few and quick retries: someone is waiting, and a command that failed can simply be given again. */
const flags = [
  '--include=dev',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=500',
  '--fetch-retry-maxtimeout=2000',
  '--fetch-timeout=60000',
]

const unreachable =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_SOCKET_TIMEOUT|ENOTCACHED|FETCH_ERROR)\b/
const untrusted = /\b(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+|CERT_[A-Z_]+|DEPTH_ZERO_[A-Z_]+)\b/

/**
 * How to start npm. Under `npm start` it is the npm that runs us, with the Node that runs npm:
 * our own may lie in the node_modules that is about to be replaced.
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
function npmCommand() {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) {
    return {
      command: process.env.npm_node_execpath ?? process.execPath,
      args: [cli],
      shell: false,
    }
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' }
}

/**
 * @param {string} output what npm said
 * @param {string} log where all of it is kept
 * @returns {string} one sentence
 */
function npmFailureSentence(output, log) {
  const network = unreachable.exec(output) ?? untrusted.exec(output)
  if (network) {
    return (
      `the npm registry can't be reached (${network[1]}), and what Samtavle is built from comes from there: ` +
      'nothing is changed; connect this machine to the internet and give the same command again.'
    )
  }
  if (/\bENOSPC\b/.test(output)) {
    return 'the disk is full, so the install could not be finished: make room (about 1 GB) and give the same command again.'
  }
  const said = /^npm (?:error|ERR!) (?!code )(.+)$/m.exec(output)?.[1] ?? output.trim().split('\n')[0]
  return `the install failed (${said || 'npm said nothing'}), and nothing is changed: all that npm said is in ${log}.`
}

/**
 * Installs exactly what package-lock.json names.
 * @param {string} root
 */
async function npmCi(root) {
  const npm = npmCommand()
  const run = await capturedRun(npm.command, [...npm.args, 'ci', ...flags], {
    cwd: root,
    shell: npm.shell,
  })
  if (run.code === 0) return
  const log = path.join('.cache', 'install.log')
  fs.writeFileSync(path.join(root, log), run.output)
  throw new SetupFailure(npmFailureSentence(run.output, log))
}

exports.npmCi = npmCi
exports.npmFailureSentence = npmFailureSentence
