'use strict'

const { isInstalled } = require('./install-stamp.cjs')
const { oneAtATime } = require('./one-at-a-time.cjs')
const { installAside, replaceModules } = require('./replace-modules.cjs')
const { say } = require('./say.cjs')

/**
 * Installs what package-lock.json names, unless that is what is there. Asks npm nothing in that case.
 * @param {string} root
 */
async function ensureInstalled(root) {
  if (isInstalled(root)) return
  await oneAtATime(root, async () => {
    if (isInstalled(root)) return
    say('installing what it is built from, Node 24 included (once; about a minute) …')
    replaceModules(root, await installAside(root))
  })
}

exports.ensureInstalled = ensureInstalled
