'use strict'

/**
 * One pattern for each way to name another module. They read text, not syntax, and so also see an
 * import that has been commented out; that is a line to remove anyway.
 */
const patterns = [
  /^[ \t]*(?:import|export)\b[^'"`;=]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"\n]+)['"]/gm,
  /\bimport\(\s*['"]([^'"\n]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"\n]+)['"]\s*,\s*import\.meta\.url/g,
  /\brequire\(\s*['"]([^'"\n]+)['"]/g,
]

/**
 * @param {string} text of a source file
 * @returns {{ specifier: string, line: number }[]} in the order of the file
 */
function importsOf(text) {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      specifier: /** @type {string} */ (match[1]),
      line: text.slice(0, match.index + match[0].length).split('\n').length,
    }))
  )
  return found.sort((a, b) => a.line - b.line)
}

exports.importsOf = importsOf
