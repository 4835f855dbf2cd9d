'use strict'

/* npm run soak -- [--only NAME] [--hour MS] [--seed N]: what takes longer than npm test may. ES5 only, see start.cjs. */
require('./setup/require-node.cjs')
require('./launch/run-in-test.cjs').runInTest('soak', process.argv.slice(2))
