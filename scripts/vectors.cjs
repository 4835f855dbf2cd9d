'use strict'

/* npm run vectors -- FILE: reckons every formula of a file of test vectors. ES5 only, see start.cjs. */
require('./setup/require-node.cjs')
require('./launch/run-in-test.cjs').runInTest('vectors', process.argv.slice(2))
