'use strict'

/*
 * npm run verify: set-up where it is missing, then server/backup/main.ts with every flag passed on.
 * Entry files are written in ES5, so that a Node too old for the rest reads far enough to say so.
 */
require('./setup/require-node.cjs')
require('./launch/run-store-tool.cjs').runStoreTool('verify', process.argv.slice(2))
