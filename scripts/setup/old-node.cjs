'use strict'

/* ES5 only: this is what a Node too old for everything else still has to read. */

/** The oldest Node that can run set-up; set-up then brings the Node that the server needs. */
var leastMajor = 18

/**
 * The sentence for a Node that is too old to run set-up, or '' where it is new enough.
 * @param {string} version as in process.version, 'v18.2.0'
 * @returns {string}
 */
function oldNodeSentence(version) {
  var major = parseInt(String(version).replace(/^v/, ''), 10)
  if (major >= leastMajor) return ''
  return (
    'Samtavle needs Node ' +
    leastMajor +
    ' or newer to set itself up, and this is Node ' +
    version +
    ': install a newer Node (24 is best) and run the same command again.'
  )
}

exports.leastMajor = leastMajor
exports.oldNodeSentence = oldNodeSentence
