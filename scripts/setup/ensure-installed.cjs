'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { isInstalled, stampInstall } = require('./install-stamp.cjs')
const { npmCi } = require('./npm-ci.cjs')
const { oneAtATime } = require('./one-at-a-time.cjs')
const { say } = require('./say.cjs')

/**
 * Lets npm make a new node_modules and puts the old one back if that fails: npm empties the folder
 * before it knows whether the registry answers.
 * @param {string} root
 */
async function replaceModules(root) {
  const modules = path.join(root, 'node_modules')
  const previous = path.join(root, '.node_modules.previous')
  // Left by a set-up that was cut off: it is the last whole install, and what stands now is half of one.
  if (fs.existsSync(previous)) fs.rmSync(modules, { recursive: true, force: true })
  else if (fs.existsSync(modules)) fs.renameSync(modules, previous)
  try {
    await npmCi(root)
    stampInstall(root)
  } catch (error) {
    fs.rmSync(modules, { recursive: true, force: true })
    if (fs.existsSync(previous)) fs.renameSync(previous, modules)
    throw error
  }
  fs.rmSync(previous, { recursive: true, force: true })
}

/**
 * Installs what package-lock.json names, unless that is what is there. Asks npm nothing in that case.
 * @param {string} root
 */
async function ensureInstalled(root) {
  if (isInstalled(root)) return
  await oneAtATime(root, async () => {
    if (isInstalled(root)) return
    say('installing what it is built from, Node 24 included (once; about a minute) …')
    await replaceModules(root)
  })
}

exports.ensureInstalled = ensureInstalled
