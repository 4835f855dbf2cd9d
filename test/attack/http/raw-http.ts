import { connect } from 'node:net'

/** What a raw connection was answered. */
export type RawAnswer = {
  /** the status codes, in order */
  statuses: number[]
  /** everything that came back */
  text: string
  /** whether the other side ended it */
  ended: boolean
}

/**
 * Sends bytes as they are, which no HTTP library would, and reads until the server ends the connection or has answered
 * `answers` times. A string is sent as latin1, byte by character.
 */
export function sendRaw(
  url: string,
  parts: readonly (string | Uint8Array)[],
  { answers = 1, patienceMs = 8_000 } = {},
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let text = ''
    const finish = (ended: boolean) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ statuses: statusesOf(text), text, ended })
    }
    const timer = setTimeout(() => finish(false), patienceMs)
    socket.on('error', () => finish(true))
    socket.on('close', () => finish(true))
    socket.on('data', (data: Buffer) => {
      text += data.toString('latin1')
      if (statusesOf(text).length >= answers) setImmediate(() => finish(false))
    })
    for (const part of parts) socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)
  })
}

function statusesOf(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]))
}
