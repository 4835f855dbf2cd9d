'use strict'

const fs = require('node:fs')

/** Editors write a file in several steps, and a checkout writes many. */
const settleMs = 150

/**
 * Keeps a program running, and starts it anew when a file changes. Node's own --watch sends messages of its
 * own through every worker's port, among the store's; this one leaves the program as it is.
 * @param {() => import('node:child_process').ChildProcess} start
 * @param {string[]} folders
 * @returns {(signal: NodeJS.Signals) => void} ends it for good
 */
function restartOnChange(start, folders) {
  let stopped = false
  let restarting = false
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  /** @type {NodeJS.Timeout | undefined} */
  let settling

  const run = () => {
    const started = start()
    child = started
    started.once('exit', () => {
      child = undefined
      if (restarting && !stopped) run()
      restarting = false
    })
  }
  const restart = () => {
    if (!child) return run()
    // The next one opens the same data folder, so this one has to be out of it.
    restarting = true
    child.kill('SIGTERM')
  }
  const watchers = folders.map((folder) =>
    fs.watch(folder, { recursive: true }, () => {
      clearTimeout(settling)
      settling = setTimeout(restart, settleMs)
    })
  )
  run()
  return (signal) => {
    stopped = true
    clearTimeout(settling)
    watchers.forEach((watcher) => watcher.close())
    child?.kill(signal)
  }
}

exports.restartOnChange = restartOnChange
