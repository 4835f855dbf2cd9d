import { Unreachable } from '../../client/api.ts'
import { abnormalClose, type SocketLike } from '../../client/sync/socket.ts'
import type { Peer } from '../../server/sync/peer.ts'
import type { Connection } from '../../server/sync/rooms.ts'
import type { FakeClock } from '../client/sync/fake-clock.ts'
import type { SeededRandom } from './random.ts'

/** The way in, for a link that is still there when it has been decided. */
export type Entrance = (peer: Peer) => Connection

/** What a socket or a request reaches: a server that may be down. */
export type Host = {
  /** null: nobody listens there now. Never settles when the process dies meanwhile. */
  accept(link: Link): Promise<Entrance> | null
  /** the same for a command over HTTP */
  request(name: string, body: string): Promise<void> | null
  /** a server's frame leaves the process */
  sent(link: Link, frame: Uint8Array): void
  /** a client's frame reaches the process */
  arrived(link: Link, frame: Uint8Array): void
}

/**
 * One socket. Frames inside it stay in order, as TCP keeps them; different sockets overtake each other. It can
 * be cut so that both ends hear of it, or so that it only goes silent, as when a phone leaves the hall.
 */
export class Link {
  readonly name: string
  readonly documentId: string
  readonly client: SocketLike
  readonly #net: Network
  #connection: Connection | null = null
  #readyAt = { client: 0, server: 0 }
  #paused: Uint8Array[] | null = null
  #state: 'opening' | 'open' | 'silent' | 'gone' = 'opening'

  constructor(net: Network, name: string, documentId: string) {
    this.name = name
    this.documentId = documentId
    this.#net = net
    this.client = {
      send: (frame) => this.#carry('server', () => this.#atServer(frame)),
      close: () => this.#leave(),
      onopen: null,
      onmessage: null,
      onclose: null,
    }
    this.#carry('client', () => this.#open())
  }

  get alive(): boolean {
    return this.#state === 'open'
  }

  /** Delivers after a delay of its own, and never before what was handed over earlier. */
  #carry(to: 'client' | 'server', deliver: () => void): void {
    const { clock } = this.#net
    const at = Math.max(this.#readyAt[to], clock.now() + this.#net.delay())
    this.#readyAt[to] = at
    clock.setTimeout(() => {
      if (this.#state === 'open' || this.#state === 'opening') deliver()
    }, at - clock.now())
  }

  #open(): void {
    const admitted = this.#net.host.accept(this)
    if (!admitted) return this.cut('heard')
    void admitted.then((enter) => {
      if (this.#state === 'opening') this.#enter(enter)
    })
  }

  #enter(enter: Entrance): void {
    this.#state = 'open'
    this.#connection = enter({
      send: (...frames) => {
        for (const frame of frames) if (frame) this.#toClient(frame)
      },
      close: (code, reason) => this.#carry('client', () => this.#end(code, reason)),
      bufferedBytes: () => 0,
      pause: () => (this.#paused ??= []),
      resume: () => {
        const waiting = this.#paused ?? []
        this.#paused = null
        for (const frame of waiting) this.#atServer(frame)
      },
    })
    this.client.onopen?.()
  }

  #toClient(frame: Uint8Array): void {
    if (this.#state !== 'open') return
    this.#net.host.sent(this, frame)
    const copy = new Uint8Array(frame)
    this.#carry('client', () => this.client.onmessage?.(copy))
  }

  #atServer(frame: Uint8Array): void {
    if (this.#paused) return void this.#paused.push(frame)
    this.#net.host.arrived(this, frame)
    this.#connection?.receive(frame)
  }

  /** The client closed it; the server hears of it later, if the net still carries. */
  #leave(): void {
    if (this.#state === 'gone') return
    const was = this.#state
    this.#state = 'gone'
    if (was === 'open') this.#net.clock.setTimeout(() => this.#connection?.left(), this.#net.delay())
  }

  #end(code: number, reason: string): void {
    this.#state = 'gone'
    this.#connection?.left()
    this.client.onclose?.(code, reason)
  }

  /** heard: both ends are told. silent: nothing comes through any more; the server gives up after a while. */
  cut(how: 'heard' | 'silent'): void {
    if (this.#state === 'gone') return
    if (how === 'heard') return this.#end(abnormalClose, '')
    this.#state = 'silent'
    this.#net.clock.setTimeout(() => this.#connection?.left(), this.#net.random.whole(1_000, 40_000))
  }
}

/** A page waits 20 s for an answer; less here, where nothing happens meanwhile. */
const requestTimeoutMs = 6_000

/** The hall's net: delays, slow spells, cuts. */
export class Network {
  readonly clock: FakeClock
  readonly random: SeededRandom
  readonly host: Host
  readonly links = new Set<Link>()
  #slowUntil = 0
  #healed = false
  /** people who get no socket now */
  readonly away = new Set<string>()

  constructor(clock: FakeClock, random: SeededRandom, host: Host) {
    this.clock = clock
    this.random = random
    this.host = host
  }

  delay(): number {
    if (this.clock.now() < this.#slowUntil) return this.random.whole(200, 4_000)
    return this.random.whole(1, this.random.chance(0.05) ? 400 : 40)
  }

  slowFor(ms: number): void {
    this.#slowUntil = this.clock.now() + ms
  }

  heal(): void {
    this.#healed = true
    this.#slowUntil = 0
    this.away.clear()
  }

  connect(name: string, documentId: string): SocketLike {
    const link = new Link(this, name, documentId)
    this.links.add(link)
    if (this.away.has(name)) link.cut(this.random.chance(0.5) ? 'heard' : 'silent')
    for (const old of this.links) {
      if (old !== link && old.name === name && old.documentId === documentId && !old.alive) this.links.delete(old)
    }
    return link.client
  }

  /**
   * A command over HTTP. Requests overtake each other; one of them, or its answer, may be lost, and then whoever asked
   * hears so now or gives up waiting, while the server goes on with it. Rejects as the client's `Api` does.
   */
  request(name: string, body: string): Promise<void> {
    const { clock, random, host, away } = this
    return new Promise((resolve, reject) => {
      const lose = () => reject(new Unreachable())
      const carry = (deliver: () => void) => {
        clock.setTimeout(() => {
          if (away.has(name) || random.chance(this.#loss())) clock.setTimeout(lose, random.whole(0, 2_000))
          else deliver()
        }, this.delay())
      }
      clock.setTimeout(lose, requestTimeoutMs)
      carry(() => {
        const answer = host.request(name, body)
        if (answer === null) return lose()
        answer.then(
          () => carry(resolve),
          (error: unknown) => carry(() => reject(error instanceof Error ? error : new Error(String(error)))),
        )
      })
    })
  }

  #loss(): number {
    if (this.#healed) return 0
    return this.clock.now() < this.#slowUntil ? 0.3 : 0.05
  }
}
