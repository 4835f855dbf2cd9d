import { WireClient } from '../server/wire-client.ts'

/** How long this process has been late itself, ms: what it makes its own canaries wait is not the server's doing. */
let lateMs = 0
const tickMs = 4
let tickedAt = performance.now()
setInterval(() => {
  const now = performance.now()
  lateMs += Math.max(0, now - tickedAt - 2 * tickMs)
  tickedAt = now
}, tickMs).unref()

/** Counted from the process's start: take the difference. */
export function ownLatenessMs(): number {
  return lateMs + Math.max(0, performance.now() - tickedAt - 2 * tickMs)
}

/** The pause between one edit's acknowledgement and the next edit, ms. */
const pauseMs = 5

/** Somebody who does nothing but work: one small edit after the other, and how long each took until it was on disk. */
export class Canary {
  readonly client: WireClient
  /** keys of the map `canary` that it wrote */
  written = 0
  #longestMs = 0
  #sentAt: number | null = null
  #lateBefore = 0
  #timer: NodeJS.Timeout | null = null

  private constructor(client: WireClient) {
    this.client = client
    client.socket.on('message', () => this.#look())
  }

  /** Comes to a board and begins to write; resolves when the first edit is acknowledged. */
  static async start(url: string, documentId: string, token: string): Promise<Canary> {
    const client = new WireClient(url, documentId, token)
    await client.synced
    const canary = new Canary(client)
    canary.#write()
    await canary.#answered()
    canary.forget()
    return canary
  }

  /** How long its slowest edit since the last `forget` took, ms; one that is still under way counts. */
  get longestMs(): number {
    if (this.#sentAt === null) return this.#longestMs
    const ownMs = ownLatenessMs() - this.#lateBefore
    return Math.max(this.#longestMs, performance.now() - this.#sentAt - ownMs)
  }

  forget(): void {
    this.#longestMs = 0
  }

  #write(): void {
    this.#sentAt = performance.now()
    this.#lateBefore = ownLatenessMs()
    this.written += 1
    this.client.doc.getMap('canary').set(String(this.written), this.written)
  }

  #look(): void {
    if (this.#sentAt === null || this.client.acked < this.client.made) return
    this.#longestMs = this.longestMs
    this.#sentAt = null
    this.#timer = setTimeout(() => this.#write(), pauseMs)
  }

  /** Writes no more; resolves when the last edit is acknowledged. */
  async stop(): Promise<void> {
    await this.#answered()
    if (this.#timer) clearTimeout(this.#timer)
  }

  async #answered(): Promise<void> {
    while (this.#sentAt !== null) {
      if (this.client.closed) throw new Error(`the canary was sent away: ${JSON.stringify(this.client.closed)}`)
      if (this.longestMs > 10_000) throw new Error('the canary is never answered')
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }

  leave(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.client.close()
  }
}
