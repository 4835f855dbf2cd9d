'use strict'

/**
 * Whether npm, run by this version of Node, installs everything the lock file names. It leaves out, without a
 * word, native parts whose package asks for another Node; the strictest of ours ask for ^20.19.0 || >=22.12.0.
 * @param {string} version as in process.version
 */
function installsWhole(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
}

exports.installsWhole = installsWhole
