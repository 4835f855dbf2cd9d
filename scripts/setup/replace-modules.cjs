'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { stampInstall } = require('./install-stamp.cjs')
const { npmCi } = require('./npm-ci.cjs')
const { SetupFailure } = require('./setup-failure.cjs')

const asidePrefix = 'install-'

/**
 * Removes what set-ups that were cut off have left. One that is still being written to by its npm
 * stays until next time.
 * @param {string} cache
 */
function clearAside(cache) {
  for (const name of fs.readdirSync(cache).filter((each) => each.startsWith(asidePrefix))) {
    try {
      fs.rmSync(path.join(cache, name), { recursive: true, force: true })
    } catch {
      // Nothing depends on its being gone.
    }
  }
}

/**
 * Our package.json less its scripts: npm would run them here, where the files they name are not.
 * @param {string} root
 */
function manifestAside(root) {
  const { scripts: _, ...manifest } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  return JSON.stringify(manifest)
}

/**
 * Installs into a folder of its own. npm empties node_modules before it knows whether the registry
 * answers, and goes on writing after whoever started it is gone; neither may touch what is in use.
 * @param {string} root
 * @returns {Promise<string>} the folder, with a whole node_modules in it
 */
async function installAside(root) {
  const cache = path.join(root, '.cache')
  clearAside(cache)
  const aside = fs.mkdtempSync(path.join(cache, asidePrefix))
  try {
    fs.writeFileSync(path.join(aside, 'package.json'), manifestAside(root))
    for (const file of ['package-lock.json', '.npmrc']) {
      if (fs.existsSync(path.join(root, file))) fs.copyFileSync(path.join(root, file), path.join(aside, file))
    }
    await npmCi(aside, path.join(cache, 'npm.log'))
    stampInstall(aside)
    return aside
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true })
    throw error
  }
}

/**
 * Puts the new node_modules in the old one's place, by two renames.
 * @param {string} root
 * @param {string} aside from installAside; gone afterwards
 */
function replaceModules(root, aside) {
  const modules = path.join(root, 'node_modules')
  try {
    if (fs.existsSync(modules)) fs.renameSync(modules, path.join(aside, 'replaced'))
    fs.renameSync(path.join(aside, 'node_modules'), modules)
  } catch (error) {
    const { message } = /** @type {Error} */ (error)
    throw new SetupFailure(`node_modules can't be replaced (${message}): end what is running from it and try again.`)
  } finally {
    clearAside(path.join(root, '.cache'))
  }
}

exports.installAside = installAside
exports.replaceModules = replaceModules
