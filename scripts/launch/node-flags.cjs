'use strict'

/**
 * What every run of our TypeScript is given. node:sqlite still calls itself experimental; the person
 * at the terminal can do nothing about that.
 */
exports.nodeFlags = ['--disable-warning=ExperimentalWarning']
