'use strict'

const fs = require('node:fs')
const path = require('node:path')

const passedBy = new Set(['node_modules', 'dist'])

/**
 * Every source file under the given folders, as paths relative to root with forward slashes.
 * @param {string} root
 * @param {string[]} folders
 * @param {RegExp} name
 * @returns {string[]}
 */
function sourceFiles(root, folders, name) {
  return folders.flatMap((folder) => {
    const at = path.join(root, folder)
    if (!fs.existsSync(at)) return []
    const entries = fs.readdirSync(at, { withFileTypes: true })
    return entries.flatMap((entry) => {
      const file = `${folder}/${entry.name}`
      if (entry.isDirectory()) return passedBy.has(entry.name) ? [] : sourceFiles(root, [file], name)
      return name.test(entry.name) ? [file] : []
    })
  })
}

exports.sourceFiles = sourceFiles
