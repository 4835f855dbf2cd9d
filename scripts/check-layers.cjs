'use strict'

/* The direction of imports, which the linter can't express: see checks/layer-rules.cjs. */
const { layerBreaches } = require('./checks/layer-breaches.cjs')
const { reportFindings } = require('./checks/report-findings.cjs')
const { projectRoot } = require('./setup/project-root.cjs')

reportFindings('Every import follows the layers.', layerBreaches(process.argv[2] || projectRoot))
