'use strict'

/* npm test: sets itself up, then everything that can fail, counted in the last line. ES5 only, see start.cjs. */
require('./setup/require-node.cjs')
void require('./launch/run-tests.cjs').runTests(process.argv.slice(2))
