'use strict'

/* No source file grows past the length where it does two things: see checks/long-files.cjs. */
const { longFiles } = require('./checks/long-files.cjs')
const { reportFindings } = require('./checks/report-findings.cjs')
const { projectRoot } = require('./setup/project-root.cjs')

reportFindings('No source file is too long.', longFiles(process.argv[2] || projectRoot))
