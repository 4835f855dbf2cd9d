import * as ws from 'ws'
import { serverLimits } from '../../../../server/limits.ts'
import type { Connection, Rooms } from '../../../../server/sync/rooms.ts'
import { messageType, protocolVersion } from '../../../../shared/protocol.ts'
import { message, who } from '../../../server/sync/test-client.ts'

/** `ws` does not say in its types that it has this. */
type FrameReader = { write(bytes: Uint8Array): boolean; on(event: string, heard: (...args: never[]) => void): void }
const { Receiver } = ws as unknown as { Receiver: new (options: object) => FrameReader }
const readerOptions = { isServer: true, maxPayload: serverLimits.frameBytes * 2, maxFragments: 16_384 }

let people = 0

/** Somebody who was never here, by a card of their own, on a socket of which only the bytes are real. */
export class FuzzSession {
  /** the code that it ended with; null while it goes on */
  ended: string | null = null
  readonly #connection: Connection

  /** Resolves when the room has let it in. */
  static open(rooms: Rooms): Promise<FuzzSession> {
    return new Promise((resolve) => {
      const session: FuzzSession = new FuzzSession(rooms, () => resolve(session))
    })
  }

  private constructor(rooms: Rooms, answered: () => void) {
    people += 1
    this.#connection = rooms.connect(
      {
        send: answered,
        close: (_, reason) => {
          this.ended ??= reason
          this.#connection?.left()
        },
        bufferedBytes: () => 0,
        pause: () => undefined,
        resume: () => undefined,
      },
      { documentId: 'team:a', access: 'write', who: who(`fuzz ${people}`, { teamIds: [`a${people}`] }) },
    )
    this.say(message(messageType.hello, protocolVersion, ''))
    this.say(message(messageType.sync, 0, Uint8Array.of(0)))
  }

  /** One message, as out of its frame. */
  say(bytes: Uint8Array): void {
    if (this.ended === null) this.#connection.receive(bytes)
  }

  /** Bytes of the WebSocket itself, from the beginning of a frame on. */
  raw(bytes: Uint8Array): void {
    const reader = new Receiver(readerOptions)
    reader.on('message', (data: Uint8Array, isBinary: boolean) => (isBinary ? this.say(data) : this.#end('text')))
    reader.on('ping', (data: Uint8Array) => this.#connection.heard(data.length))
    reader.on('pong', (data: Uint8Array) => this.#connection.heard(data.length))
    reader.on('conclude', () => this.#end('closed'))
    reader.on('error', () => this.#end('no frame'))
    reader.write(bytes)
  }

  leave(): void {
    this.#end('left')
  }

  #end(why: string): void {
    if (this.ended !== null) return
    this.ended = why
    this.#connection.left()
  }
}
