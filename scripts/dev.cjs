'use strict'

/* npm run dev: the server, restarted on change, and Vite in front of it. ES5 only, see start.cjs. */
require('./setup/require-node.cjs')
require('./launch/start-dev.cjs').startDev(process.argv.slice(2))
