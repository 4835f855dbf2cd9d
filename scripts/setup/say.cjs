'use strict'

/**
 * Tells the person at the terminal what set-up is doing. On stderr: stdout belongs to the server's
 * lines, which programs read.
 * @param {string} line
 */
function say(line) {
  process.stderr.write(`Samtavle: ${line}\n`)
}

exports.say = say
