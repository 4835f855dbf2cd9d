import {
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from 'y-protocols/awareness'
import type { Clock, TimerHandle } from '../../shared/clock.ts'

const throttleMs = 100

type Change = { added: number[]; updated: number[]; removed: number[] }

/**
 * Presence over one connection: tells only this device's own state, at most every 100 ms, and takes others'.
 * The stock handler repeats everything that it hears, which in a hall of 300 is 300 messages a cursor move.
 */
export class OwnPresence {
  readonly #awareness: Awareness
  readonly #clock: Clock
  readonly #send: (payload: Uint8Array) => void
  #timer: TimerHandle | null = null
  #sentAt = -Infinity
  #live = false

  constructor(awareness: Awareness, clock: Clock, send: (payload: Uint8Array) => void) {
    this.#awareness = awareness
    this.#clock = clock
    this.#send = send
    awareness.on('update', this.#onUpdate)
  }

  /** The socket is there: says who is here, with a newer clock than what others have been told. */
  connected(): void {
    this.#live = true
    const state = this.#awareness.getLocalState()
    if (state) this.#awareness.setLocalState(state)
  }

  /** The socket is gone: so, as far as we know, are the others. */
  disconnected(): void {
    this.#live = false
    this.#cancel()
    const others = [...this.#awareness.getStates().keys()].filter((id) => id !== this.#awareness.clientID)
    removeAwarenessStates(this.#awareness, others, this)
    // Their clocks too: somebody who has not moved since comes back with the same one.
    for (const id of [...this.#awareness.meta.keys()]) {
      if (id !== this.#awareness.clientID) this.#awareness.meta.delete(id)
    }
  }

  receive(payload: Uint8Array): void {
    applyAwarenessUpdate(this.#awareness, payload, this)
  }

  /** Tells the own state now. */
  tell(): void {
    if (!this.#live) return
    this.#cancel()
    this.#sentAt = this.#clock.now()
    this.#send(encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]))
  }

  stop(): void {
    this.disconnected()
    this.#awareness.off('update', this.#onUpdate)
  }

  #cancel(): void {
    if (this.#timer) this.#clock.clearTimeout(this.#timer)
    this.#timer = null
  }

  readonly #onUpdate = ({ added, updated, removed }: Change): void => {
    const own = this.#awareness.clientID
    if (!this.#live || !(added.includes(own) || updated.includes(own) || removed.includes(own))) return
    if (this.#timer) return
    const wait = this.#sentAt + throttleMs - this.#clock.now()
    if (wait <= 0) return this.tell()
    this.#timer = this.#clock.setTimeout(() => this.tell(), wait)
  }
}
