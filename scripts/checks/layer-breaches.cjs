'use strict'

const fs = require('node:fs')
const path = require('node:path').posix
const { importsOf } = require('./imports-of.cjs')
const { layerRules } = require('./layer-rules.cjs')
const { sourceFiles } = require('./source-files.cjs')

/**
 * @param {string} importer relative to the project's folder
 * @param {string} specifier as written
 * @returns {string} relative to the project's folder, or a package's name
 */
function resolveImport(importer, specifier) {
  if (/(^|\/)\.{1,2}\/?$/.test(specifier)) return `${path.join(path.dirname(importer), specifier, '.')}/index`
  return specifier.startsWith('.') ? path.join(path.dirname(importer), specifier) : specifier
}

/**
 * @param {string} root
 * @returns {string[]} one line for each import against the direction of the layers
 */
function layerBreaches(root) {
  return sourceFiles(root, ['client', 'server', 'shared'], /\.[cm]?[jt]sx?$/).flatMap((file) =>
    importsOf(fs.readFileSync(`${root}/${file}`, 'utf8')).flatMap(({ specifier, line }) => {
      const imported = resolveImport(file, specifier)
      return layerRules
        .filter((rule) => rule.broken(file, imported))
        .map((rule) => `${file}:${line} imports ${specifier}: ${rule.why}`)
    })
  )
}

exports.layerBreaches = layerBreaches
