'use strict'

/*
 * Preloaded into a server that is measured: writes each stretch in which the main thread could not begin anything new, when
 * it was longer than a few ms: when it ended (ms since 1970), how long it was, and how much of it the thread itself worked
 * (the rest is other programs' noise), in ms.
 */
const { appendFileSync } = require('node:fs')

const file = process.env.BLOCK_FILE
if (file && require('node:worker_threads').isMainThread) {
  const shortest = 5
  const worked = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1_000
  }
  let at = performance.now()
  let work = worked()
  setInterval(() => {
    const now = performance.now()
    const workNow = worked()
    if (now - at > shortest)
      appendFileSync(file, `${Date.now()} ${(now - at).toFixed(2)} ${(workNow - work).toFixed(2)}\n`)
    at = now
    work = workNow
  }, 1).unref()
}
