'use strict'

const { runStep } = require('./run-step.cjs')

/** @typedef {{ name: string, args: string[] }} Step */

/**
 * Runs lanes of steps side by side, the steps of a lane one after the other, all of them also after one has failed. A step's
 * output comes when it is over, under its heading.
 * @param {string} node
 * @param {Step[][]} lanes
 * @returns {Promise<{ name: string, passed: boolean }[]>}
 */
async function runSideBySide(node, lanes) {
  const results = await Promise.all(
    lanes.map(async (lane) => {
      const done = []
      for (const { name, args } of lane) {
        done.push({ name, passed: (await runStep(name, node, args, { atOnce: true })) === 0 })
      }
      return done
    })
  )
  return results.flat()
}

exports.runSideBySide = runSideBySide
