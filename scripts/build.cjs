'use strict'

/* npm run build: the pages into client/dist, whether or not they are up to date. ES5 only, see start.cjs. */
require('./setup/require-node.cjs')
require('./launch/build-client.cjs').buildPages()
