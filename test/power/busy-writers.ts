import { vi, expect } from 'vitest'
import type { SeededRandom } from '../sim/random.ts'
import { WireClient } from '../server/wire-client.ts'
import type { Wire } from './promises.ts'

type Seat = { client: WireClient; made: string[] }

/** Some who write on a board without pause, and come again when they are sent away, as after a purge. */
export class BusyWriters {
  /** the longest time between two edits of one of them, ms */
  paceMs = 4
  readonly #args: { url: string; documentId: string; name: string; random: SeededRandom; wires: Wire[] }
  readonly #seats: Seat[] = []
  #running = true

  constructor(args: { url: string; documentId: string; name: string; random: SeededRandom; wires: Wire[] }) {
    this.#args = args
  }

  /** Resolves when all of them are there. */
  async begin(tokens: readonly string[]): Promise<void> {
    await Promise.all(tokens.map((token) => this.#come(token)))
  }

  /** The edits that are acknowledged, of all who were ever here. */
  get saved(): string[] {
    return this.#seats.flatMap(({ client, made }) => made.slice(0, client.acked))
  }

  /** Resolves when so many edits are acknowledged. */
  async reach(count: number): Promise<void> {
    const acked = () => this.#seats.reduce((sum, { client }) => sum + client.acked, 0)
    await vi.waitFor(() => expect(acked()).toBeGreaterThan(count), { timeout: 20_000, interval: 2 })
  }

  stop(): void {
    this.#running = false
    for (const { client } of this.#seats) client.close()
  }

  async #come(token: string): Promise<void> {
    const { url, documentId, wires } = this.#args
    const client = new WireClient(url, documentId, token)
    try {
      await client.synced
    } catch {
      return this.#running ? this.#come(token) : undefined
    }
    const made: string[] = []
    wires.push({ port: localPort(client), documentId, made })
    this.#write({ client, made }, this.#seats.push({ client, made }))
    client.socket.once('close', () => {
      if (this.#running) void this.#come(token)
    })
  }

  #write(seat: Seat, number: number): void {
    const { client, made } = seat
    if (!this.#running || client.closed) return
    const { name, random } = this.#args
    if (client.made - client.acked < 4) {
      const key = `${name} ${number} ${client.made}`
      made.push(key)
      const size = random.chance(0.05) ? random.whole(5_000, 30_000) : random.whole(1, 900)
      client.doc.getMap('edits').set(key, 'x'.repeat(size))
    }
    setTimeout(() => this.#write(seat, number), random.whole(0, this.paceMs))
  }
}

/** By which a socket is known in the trace. */
export function localPort(client: WireClient): number {
  const { _socket: socket } = client.socket as unknown as { _socket: { localPort: number } }
  return socket.localPort
}
