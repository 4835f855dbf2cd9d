'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { say } = require('./say.cjs')
const { SetupFailure } = require('./setup-failure.cjs')

const pollMs = 200
/** A holder's pid may have been given to another program since; nobody sets up for longer than this. */
const longestHoldMs = 15 * 60_000

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'))
    const ageMs = Date.now() - fs.statSync(file).mtimeMs
    // A lock without a number is being written this very moment, unless it is old.
    return ageMs > longestHoldMs || (pid > 0 ? !isAlive(pid) : ageMs > 5_000)
  } catch {
    return false
  }
}

/**
 * @param {string} file
 * @returns {boolean} false where another process holds it
 */
function take(file) {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'EEXIST') return false
    throw new SetupFailure(`the program's own folder can't be written, so it can't be set up: ${message}.`)
  }
}

/**
 * Runs the work while no other set-up runs in the same folder: two starts at once in a clean clone
 * would otherwise each take away what the other has just installed.
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function oneAtATime(root, work) {
  const file = path.join(root, '.cache', 'set-up.lock')
  let told = false
  while (!take(file)) {
    if (isAbandoned(file)) {
      fs.rmSync(file, { force: true })
      continue
    }
    if (!told) say('another set-up is under way in this folder, waiting for it …')
    told = true
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

exports.oneAtATime = oneAtATime
