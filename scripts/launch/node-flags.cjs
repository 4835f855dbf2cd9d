'use strict'

/**
 * What every run of our TypeScript is given. node:sqlite still calls itself experimental; the person
 * at the terminal can do nothing about that. Left to itself V8 takes up to 128 MB for new objects while many write, and as much
 * in each thread: a laptop in a hall has other uses for it.
 */
exports.nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16']
