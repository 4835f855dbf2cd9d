'use strict'

const fs = require('node:fs')
const { sourceFiles } = require('./source-files.cjs')

const mostLines = 400

/** Catalogues and the sample network are lists: their length says nothing about their parts. */
const lists = /^(shared\/locale|server\/sample|test\/fixtures)\//

/**
 * @param {string} root
 * @returns {string[]} one line for each source file that is too long
 */
function longFiles(root) {
  return sourceFiles(root, ['client', 'server', 'shared', 'scripts', 'test'], /\.[cm]?[jt]sx?$/)
    .filter((file) => !lists.test(file))
    .map((file) => ({
      file,
      lines: fs.readFileSync(`${root}/${file}`, 'utf8').split('\n').length - 1,
    }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ file, lines }) => `${file} has ${lines} lines, over ${mostLines}: what second thing moved in?`)
}

exports.longFiles = longFiles
