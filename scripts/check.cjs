'use strict'

/* npm run check: format, types, lint and the rules of the layout. ES5 only, see start.cjs. */
require('./setup/require-node.cjs')
require('./launch/run-checks.cjs').runChecks()
