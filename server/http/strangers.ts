import type { Duplex, Writable } from 'node:stream'

/** So many answers one person may wait for as somebody who is known; a browser asks for six at once. */
const mostAnswers = 20

/**
 * The connections on which nobody is signed in: fresh ones, idle ones, those that never say anything. When there are
 * too many, the one that has said nothing for longest is cut off: whoever opens thousands loses their own, and
 * a newcomer, who says at once who they are, gets through.
 */
export class Strangers {
  readonly #most: number
  /** the one that was heard of last is last */
  readonly #connections = new Set<Duplex>()
  /** how many answers each person waits for, on connections that are not counted meanwhile */
  readonly #answers = new Map<string, number>()

  constructor(most: number) {
    this.#most = most
  }

  /** How many there are. */
  get size(): number {
    return this.#connections.size
  }

  /** A connection was opened. */
  came(connection: Duplex): void {
    connection.once('close', () => this.#connections.delete(connection))
    this.#count(connection)
  }

  #count(connection: Duplex): void {
    this.#connections.add(connection)
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

  /**
   * Somebody who is signed in waits for this answer: until it was given the connection is no stranger's, nor is it cut off.
   * Of one person only so many are taken for that: who opens thousands is slow on purpose.
   */
  answers(connection: Duplex, personId: string, response: Pick<Writable, 'once'>): void {
    const own = this.#answers.get(personId) ?? 0
    if (own >= mostAnswers || !this.#connections.delete(connection)) return
    this.#answers.set(personId, own + 1)
    response.once('close', () => {
      const left = (this.#answers.get(personId) ?? 1) - 1
      if (left === 0) this.#answers.delete(personId)
      else this.#answers.set(personId, left)
      if (!connection.destroyed) this.#count(connection)
    })
  }
}
