'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { nodeFromNpm } = require('./find-node.cjs')
const { installsWhole } = require('./installs-whole.cjs')
const { npm, npmsNodeVersion } = require('./npm.cjs')
const { networkCode, npmFailureSentence } = require('./npm-failure-sentence.cjs')
const { SetupFailure } = require('./setup-failure.cjs')

const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']

/** Few and quick retries: someone is waiting, and a command that failed can simply be given again. */
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=2000']

/**
 * Asks once whether the registry answers. `npm ci` would ask for a hundred packages first, and an
 * offline machine can take a minute to say no to that many.
 * @param {string} folder
 * @returns {Promise<string>} what npm said where it can't be reached, else ''
 */
async function registryProblem(folder) {
  const ping = await npm(folder, ['ping', ...patience, '--fetch-timeout=10000'])
  // A registry of one's own may know no ping; that it answered is what counts.
  return ping.code !== 0 && networkCode(ping.output) ? ping.output : ''
}

/**
 * Brings Node alone first, in the version the lock file names, where the machine's can't run the install.
 * @param {string} folder
 * @param {string[]} args
 * @returns {Promise<string>} path of the program
 */
async function bringNode(folder, args) {
  const lock = JSON.parse(fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8'))
  const own = path.join(folder, 'node-first')
  fs.mkdirSync(own)
  fs.writeFileSync(path.join(own, 'package.json'), '{ "private": true, "allowScripts": { "node": true } }')
  await npm(own, ['install', '--no-save', ...args, `node@${lock.packages['node_modules/node'].version}`])
  return nodeFromNpm(own)
}

/**
 * Installs exactly what the folder's package-lock.json names; without a registry, from what npm has
 * kept from earlier installs, if that is all of it.
 * @param {string} folder
 * @param {string} log where all that npm said is kept, if it fails
 */
async function npmCi(folder, log) {
  const problem = await registryProblem(folder)
  const args = [...flags, ...patience, problem ? '--offline' : '--prefer-offline']
  const node = installsWhole(npmsNodeVersion()) ? undefined : await bringNode(folder, args)
  const install = () => npm(folder, ['ci', ...args], node)
  let run = await install()
  // npm's own store is shared by all of the machine's npm runs, and two at once can trip each other up.
  if (run.code !== 0 && !problem && run.output.includes('_cacache')) run = await install()
  if (run.code === 0) return
  fs.writeFileSync(log, problem + run.output)
  throw new SetupFailure(npmFailureSentence(problem || run.output, log))
}

exports.npmCi = npmCi
