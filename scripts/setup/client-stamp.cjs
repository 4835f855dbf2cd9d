'use strict'

const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

/** What the pages are made from. client/dist is what they are made into. */
const inputs = ['client', 'shared', 'vite.config.ts', 'package-lock.json']

/**
 * @param {string} root
 * @param {string} entry relative to root
 * @returns {string[]} files, relative to root, in an order that doesn't depend on the disk
 */
function filesUnder(root, entry) {
  if (entry === path.join('client', 'dist')) return []
  const found = fs.statSync(path.join(root, entry), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [entry]
  const names = fs.readdirSync(path.join(root, entry)).sort()
  return names.flatMap((name) => filesUnder(root, path.join(entry, name)))
}

/**
 * A hash of every input's name and content. Times are no use: a clone or a checkout sets them anew.
 * @param {string} root
 */
function wantedStamp(root) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((entry) => filesUnder(root, entry))) {
    const content = fs.readFileSync(path.join(root, file))
    hash.update(`${file.split(path.sep).join('/')}\0${content.length}\0`).update(content)
  }
  return `${hash.digest('hex')}\n`
}

/** @param {string} root */
function stampFile(root) {
  // Inside dist, which Vite empties before it writes: a build that was cut off has no stamp.
  return path.join(root, 'client', 'dist', '.samtavle-build')
}

/** @param {string} root */
function isBuilt(root) {
  try {
    return fs.readFileSync(stampFile(root), 'utf8') === wantedStamp(root)
  } catch {
    return false
  }
}

/**
 * @param {string} root
 * @param {string} stamp taken before the build began, so that an edit made meanwhile is built next time
 */
function stampBuild(root, stamp) {
  fs.writeFileSync(stampFile(root), stamp)
}

exports.isBuilt = isBuilt
exports.stampBuild = stampBuild
exports.wantedStamp = wantedStamp
