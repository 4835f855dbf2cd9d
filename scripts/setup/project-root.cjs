'use strict'

const path = require('node:path')

/** The folder that holds package.json. Scripts find it from where they stand, never from the working folder. */
exports.projectRoot = path.resolve(__dirname, '../..')
