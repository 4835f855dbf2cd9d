'use strict'

/* ES5 only. Required first by every entry file: ends the process, with one sentence, where Node is too old. */

var sentence = require('./old-node.cjs').oldNodeSentence(process.version)

if (sentence) {
  console.error(sentence)
  process.exit(1)
}
