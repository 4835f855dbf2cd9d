'use strict'

const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

/**
 * The stamp is written after an install has ended well, and names the lock file it was made from.
 * It stands inside node_modules, so it goes away with it; an install that was cut off has none.
 * Machine and processor are part of it, because node_modules holds programs for one kind only.
 * @param {string} root
 */
function wantedStamp(root) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`
}

/** @param {string} root */
function stampFile(root) {
  return path.join(root, 'node_modules', '.samtavle-install')
}

/**
 * Whether node_modules is whole and made from today's lock file.
 * @param {string} root
 */
function isInstalled(root) {
  try {
    return fs.readFileSync(stampFile(root), 'utf8') === wantedStamp(root)
  } catch {
    return false
  }
}

/** @param {string} root */
function stampInstall(root) {
  fs.writeFileSync(stampFile(root), wantedStamp(root))
}

exports.isInstalled = isInstalled
exports.stampInstall = stampInstall
