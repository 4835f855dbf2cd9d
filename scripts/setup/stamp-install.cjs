'use strict'

/*
 * Run by npm after each install that ended well, so that a developer's own `npm install` counts
 * and the next start doesn't install again.
 */
const { stampInstall } = require('./install-stamp.cjs')
const { installsWhole } = require('./installs-whole.cjs')
const { npmsNodeVersion } = require('./npm.cjs')
const { projectRoot } = require('./project-root.cjs')

if (installsWhole(npmsNodeVersion())) stampInstall(projectRoot)
