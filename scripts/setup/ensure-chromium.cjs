'use strict'

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const { say } = require('./say.cjs')
const { SetupFailure } = require('./setup-failure.cjs')

/** Chromium without its windows: the same pages in two thirds of the time. */
const packages = ['chromium-headless-shell', 'chromium']

const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** @returns {string | undefined} */
function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (fs.existsSync(named)) return named
    throw new SetupFailure(`CHROMIUM_PATH names ${named}, and there is no such file.`)
  }
  return usualPlaces.find((place) => fs.existsSync(place))
}

function mayInstall() {
  return fs.existsSync('/etc/debian_version') && process.getuid?.() === 0
}

/** @param {string[]} args */
function aptGet(...args) {
  return spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  })
}

/**
 * The Chromium of the browser tests. Playwright's own download is left out: the system's is kept up
 * to date by the system.
 * @returns {string} path of the program
 */
function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (!mayInstall()) {
    throw new SetupFailure(
      'the browser tests need Chromium: install it (on Debian and Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to where it is.'
    )
  }
  say('installing Chromium for the browser tests (once; about a minute) …')
  aptGet('update')
  let said = ''
  // Older Debians and Ubuntus have no package of the first name.
  for (const name of packages) {
    const install = aptGet('install', '-y', name)
    const installed = findChromium()
    if (install.status === 0 && installed) return installed
    said = (install.stderr ?? '').trim().split('\n').pop() ?? ''
  }
  throw new SetupFailure(`Chromium could not be installed (${said || 'apt-get could not be run'}).`)
}

exports.ensureChromium = ensureChromium
