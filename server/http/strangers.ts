import type { Duplex } from 'node:stream'

/**
 * The connections on which nobody is signed in: fresh ones, idle ones, those that never say anything. When there are
 * too many, the one that has said nothing for longest is cut off: whoever opens thousands loses their own, and
 * a newcomer, who says at once who they are, gets through.
 */
export class Strangers {
  readonly #most: number
  /** the one that was heard of last is last */
  readonly #connections = new Set<Duplex>()

  constructor(most: number) {
    this.#most = most
  }

  /** How many there are. */
  get size(): number {
    return this.#connections.size
  }

  /** A connection was opened. */
  came(connection: Duplex): void {
    this.#connections.add(connection)
    connection.once('close', () => this.#connections.delete(connection))
    if (this.#connections.size <= this.#most) return
    const [oldest] = this.#connections
    this.#connections.delete(oldest ?? connection)
    oldest?.destroy()
  }

  /** It sent a whole request. */
  heard(connection: Duplex): void {
    if (this.#connections.delete(connection)) this.#connections.add(connection)
  }

  /** Somebody is signed in on it: it is no stranger's any more. */
  known(connection: Duplex): void {
    this.#connections.delete(connection)
  }
}
