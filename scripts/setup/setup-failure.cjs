'use strict'

const { say } = require('./say.cjs')

/** A failure that its reader can do something about. The message is one whole sentence, printed without a stack. */
class SetupFailure extends Error {}

/**
 * Runs a script to its end. A SetupFailure becomes its sentence and exit code 1; anything else is
 * a fault of ours and keeps its stack.
 * @param {() => Promise<void>} script
 */
async function runScript(script) {
  try {
    await script()
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

exports.SetupFailure = SetupFailure
exports.runScript = runScript
