'use strict'

const unreachable =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_SOCKET_TIMEOUT|FETCH_ERROR|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+|CERT_[A-Z_]+|DEPTH_ZERO_[A-Z_]+)\b/

/**
 * @param {string} output what npm said
 * @returns {string} the code of a failure to reach the registry, '' where that was not it
 */
function networkCode(output) {
  return unreachable.exec(output)?.[1] ?? ''
}

/** @param {string} output */
function firstMeaning(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  return lines.find((line) => / /.test(line) && !/^(code|errno|syscall|path|npm warn) /.test(line))
}

/**
 * @param {string} output what npm said
 * @param {string} log where all of it is kept
 * @returns {string} one sentence
 */
function npmFailureSentence(output, log) {
  const code = networkCode(output)
  if (code) {
    return (
      `the npm registry can't be reached (${code}), and what Samtavle is built from comes from there: ` +
      'nothing is changed; connect this machine to the internet and give the same command again.'
    )
  }
  if (/\bENOSPC\b/.test(output)) {
    return 'the disk is full, so nothing is installed: make room (about 1 GB) and give the same command again.'
  }
  return `the install failed, and nothing is changed: ${firstMeaning(output) ?? 'npm said nothing'} (more in ${log}).`
}

exports.networkCode = networkCode
exports.npmFailureSentence = npmFailureSentence
