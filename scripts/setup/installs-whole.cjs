'use strict'

/** The least minor version for each major that is not new enough or too old as a whole. */
const leastMinor = new Map([
  [20, 19],
  [22, 13],
  [23, 5],
])

/**
 * Whether npm, run by this version of Node, installs everything the lock file names. It leaves out, without a
 * word, native parts whose package asks for another Node; the strictest ask for ^20.19.0 || ^22.13.0 || >=23.5.0.
 * @param {string} version as in process.version
 */
function installsWhole(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major >= 24 || minor >= (leastMinor.get(major) ?? Infinity)
}

exports.installsWhole = installsWhole
