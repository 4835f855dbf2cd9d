import { Worker } from 'node:worker_threads'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import type { FromFold, ToFold } from './fold-worker.ts'
import type { Folded } from './fold.ts'
import { pack } from './packed.ts'

/** How long the thread is kept when it has nothing to do, ms. */
const idleMs = 60_000

/** Folds documents in a thread of its own, begun when it is needed: a large board takes longer than the main one may be held up. */
export class Folding {
  readonly #clock: Clock
  readonly #waiting = new Map<number, (folded: Folded | null) => void>()
  #worker: Worker | null = null
  #lastId = 0
  #endTimer: TimerHandle | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** One update of all of these, which are copied in the call. Null if that can't be done there. */
  fold(updates: readonly Uint8Array[]): Promise<Folded | null> {
    const worker = (this.#worker ??= this.#begin())
    if (this.#endTimer) this.#clock.clearTimeout(this.#endTimer)
    this.#lastId += 1
    const message: ToFold = { id: this.#lastId, packed: pack(updates) }
    worker.postMessage(message, [message.packed.bytes.buffer as ArrayBuffer, message.packed.ends.buffer as ArrayBuffer])
    return new Promise((resolve) => this.#waiting.set(message.id, resolve))
  }

  /** Ends the thread; what was asked for and is not done yet resolves to null. */
  async stop(): Promise<void> {
    if (this.#endTimer) this.#clock.clearTimeout(this.#endTimer)
    const worker = this.#worker
    if (!worker) return
    if (this.#waiting.size > 0) return void (await worker.terminate())
    this.#worker = null // whoever asks from now on gets another one
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.postMessage('end')
    await ended
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./fold-worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', ({ id, folded }: FromFold) => {
      this.#waiting.get(id)?.(folded)
      this.#waiting.delete(id)
      if (this.#waiting.size === 0) this.#endLater()
    })
    worker.on('error', () => undefined) // 'exit' follows
    worker.on('exit', () => {
      // Another one has taken its place after it was told to end: what waits is asked of that.
      if (this.#worker !== worker) return
      this.#worker = null
      for (const resolve of this.#waiting.values()) resolve(null)
      this.#waiting.clear()
    })
    return worker
  }

  #endLater(): void {
    if (this.#endTimer) this.#clock.clearTimeout(this.#endTimer)
    this.#endTimer = this.#clock.setTimeout(() => void this.stop(), idleMs)
  }
}
