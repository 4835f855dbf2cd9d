'use strict'

/* npm run bench -- [--peers] [--quick] [--phases a,b]: measures the server beside others. ES5 only, see start.cjs. */
require('./setup/require-node.cjs')
require('./launch/run-in-test.cjs').runInTest('bench', process.argv.slice(2))
