'use strict'

const { isMainThread } = require('node:worker_threads')

const pollMs = 250

/**
 * Tells, once, that the process which started this one is gone: the channel to it closed, or, under
 * npm, this process was handed to another parent. Without it a wrapper ended by kill -9 leaves
 * behind a server that nobody sees and that holds the data folder.
 *
 * A parent that was never npm's may end on purpose (a shell script that starts a service), so the
 * parent is watched only under npm.
 * @param {() => void} gone
 */
function whenStarterIsGone(gone) {
  if (process.channel) {
    process.once('disconnect', gone)
    // Listening for a disconnect must not keep a finished process alive.
    process.channel.unref()
    return
  }
  if (process.platform === 'win32' || !process.env.npm_lifecycle_event) return
  const starter = process.ppid
  if (starter === 1) return
  const timer = setInterval(() => {
    if (process.ppid === starter) return
    clearInterval(timer)
    gone()
  }, pollMs)
  timer.unref()
}

/** Ends this process as SIGTERM would: saved and closed in order. Emitted, since Windows has no signals. */
function endInOrder() {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143)
}

exports.whenStarterIsGone = whenStarterIsGone

// Preloaded into the server with --require; its worker threads inherit the flag and have no say.
if (process.execArgv.includes(__filename) && isMainThread) whenStarterIsGone(endInOrder)
