'use strict'

/* Preloaded into a server that is measured: on SIGUSR2 it collects garbage and writes what is left, in MB. */
const { writeFileSync, renameSync } = require('node:fs')
const v8 = require('node:v8')
const vm = require('node:vm')

const file = process.env.HEAP_FILE
if (file && require('node:worker_threads').isMainThread) {
  process.on('SIGUSR2', () => {
    v8.setFlagsFromString('--expose_gc')
    const collect = /** @type {() => void} */ (vm.runInNewContext('gc'))
    collect()
    collect()
    const { heapUsed, external } = process.memoryUsage()
    writeFileSync(`${file}.new`, String((heapUsed + external) / 1_048_576))
    renameSync(`${file}.new`, file)
  })
}
