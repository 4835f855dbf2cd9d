'use strict'

/*
 * npm start: set-up, the pages built, then the server with every flag passed on.
 * Entry files are written in ES5, so that a Node too old for the rest reads far enough to say so.
 */
require('./setup/require-node.cjs')
require('./launch/start-server.cjs').startServer(process.argv.slice(2))
