/**
 * The wire: the y-websocket protocol, one document a socket, one message a frame, so that a stock
 * `WebsocketProvider` works. Messages from 100 up are ours and are sent only to clients that said hello.
 * Every message begins with its type as a varint (lib0). Change a number or a shape only together with
 * `protocolVersion`.
 */
export const protocolVersion = 1

export const messageType = {
  sync: 0, // y-protocols/sync: step 1, step 2, update
  awareness: 1, // y-protocols/awareness
  auth: 2, // y-websocket: permission denied (server → stock client)
  queryAwareness: 3,
  /** client → server, first message: varuint protocolVersion, varstring epoch as it knows it ('' = none) */
  hello: 100,
  /** server → client: varstring epoch, varstring access ('write' | 'read'), varuint server time (ms since 1970) */
  welcome: 101,
  /** client → server: varuint n, sent after local update number n */
  marker: 102,
  /** server → client: varuint n. Every update sent before marker n is on disk. */
  ack: 103,
  /** server → client: varstring ErrorCode. Something this client sent was not taken; the session goes on. */
  notice: 104,
  /** client → server: varuint any number; the server answers pong with the same number */
  ping: 105,
  /** server → client: varuint the ping's number, varuint server time (ms since 1970) */
  pong: 106,
} as const

/** The types of y-protocols/sync inside a `sync` message. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

/**
 * WebSocket close codes. 4400–4499 end reconnection and the close reason is an `ErrorCode` with a sentence
 * in three languages; all others mean: try again after a pause.
 */
export const closeCode = {
  restart: 1012, // the server is stopping; reconnect
  tryLater: 1013, // too slow a reader, or a room that is being read again
  helloTimeout: 4008, // nothing was said in time; a bad net may do better at the next try
  malformed: 4400,
  notSignedIn: 4401,
  notAllowed: 4403,
  notFound: 4404,
  epochChanged: 4409,
  gatheringChanged: 4410,
  takenOver: 4411,
  frameTooLarge: 4413,
  tooDeep: 4422,
  protocolTooOld: 4426,
  tooFast: 4429,
} as const

/** True when a client must not reconnect by itself after this close code. */
export function endsReconnection(code: number): boolean {
  return code >= 4400 && code <= 4499
}
