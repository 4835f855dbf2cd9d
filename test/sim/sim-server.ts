import * as decoding from 'lib0/decoding'
import type { Clock } from '../../shared/clock.ts'
import { closeCode, messageType, syncType } from '../../shared/protocol.ts'
import { initialState } from '../../shared/schema/migrations.ts'
import { serverLimits } from '../../server/limits.ts'
import { MemoryStore } from '../../server/store/memory.ts'
import { Rooms } from '../../server/sync/rooms.ts'
import type { Peer } from '../../server/sync/peer.ts'
import type { FakeClock } from '../client/sync/fake-clock.ts'
import type { Host, Link } from './network.ts'
import type { SeededRandom } from './random.ts'
import { WatchedDisk } from './watched-disk.ts'
import { noMetrics } from '../server/no-metrics.ts'

export const documentId = 'team:sim'

const limits = { ...serverLimits, tailRows: 12, idleRoomMs: 1_500, roomRetryMs: 300 }

type Process = { rooms: Rooms; alive: boolean; stopping: boolean }

/** What a link's client has sent since it opened, in the order it came: update bytes, and marker numbers. */
type Heard = { update: Uint8Array } | { marker: number }

/** What becomes of somebody who may not come in: the way in decides it, before there is a session. */
function refuse(peer: Peer) {
  peer.close(closeCode.notAllowed, 'notAllowed')
  return { receive: () => undefined, left: () => undefined }
}

/**
 * The real rooms over the memory store, as one process after another on one disk. It checks what leaves: nothing
 * may be told or acknowledged that is not on disk at that moment.
 */
export class SimServer implements Host {
  readonly disk = new WatchedDisk()
  readonly #clock: FakeClock
  readonly #random: SeededRandom
  readonly #fail: (what: string) => void
  readonly #heard = new WeakMap<Link, Heard[]>()
  #store: MemoryStore
  #process: Process | null = null
  #links = new Set<Link>()
  acknowledged = 0
  faults = 0
  #resting = false
  readonly #banned = new Set<string>()

  constructor(clock: FakeClock, random: SeededRandom, fail: (what: string) => void) {
    this.#clock = clock
    this.#random = random
    this.#fail = fail
    const times = { commitMs: () => random.whole(1, random.chance(0.1) ? 300 : 12), readMs: () => random.whole(1, 30) }
    this.#store = new MemoryStore(clock, times, this.disk)
    this.#store.create({ id: documentId, epoch: 'epoch', snapshot: initialState('team') })
    this.start()
  }

  start(): void {
    if (this.#process) return
    const process: Process = { alive: true, stopping: false, rooms: null as unknown as Rooms }
    const clock: Clock = {
      now: this.#clock.now,
      setTimeout: (run, delayMs) => this.#clock.setTimeout(() => process.alive && run(), delayMs),
      clearTimeout: this.#clock.clearTimeout,
    }
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: { err?: unknown }, message: string) => {
        // A commit that fails is what we asked for; anything else that is logged as an error is a fault.
        if (!process.alive || message === 'a commit failed; reading the room again') return
        const { err } = fields
        this.#fail(`the server logged «${message}»: ${err instanceof Error ? err.stack : String(err)}`)
      },
    }
    const metrics = noMetrics
    process.rooms = new Rooms({ store: this.#store, clock, limits, log, metrics }, this.#random.whole(1, 0x7ffffffe))
    process.rooms.restWhile((who) => this.#resting && who.role === 'editor')
    this.#process = process
  }

  /** «Tavlene hviler», on or off. A process that starts later knows it too. */
  rest(resting: boolean): void {
    this.#resting = resting
    this.#process?.rooms.restAnew()
  }

  get resting(): boolean {
    return this.#resting
  }

  /** Somebody is taken out of the team. */
  ban(name: string): void {
    this.#banned.add(name)
    this.#process?.rooms.revoke((who) => who.sessionId === name, closeCode.notAllowed, 'notAllowed')
  }

  get running(): boolean {
    return this.#process !== null
  }

  /** kill -9: of what is being written all or nothing is on disk, what waited is gone. */
  crash(): void {
    if (!this.#process) return
    this.faults += 1
    this.#process.alive = false
    this.#process = null
    this.#store = this.#store.crash(this.#random.chance(0.5) ? 'lost' : 'written')
    for (const link of [...this.#links]) link.cut(this.#random.chance(0.8) ? 'heard' : 'silent')
    this.#links.clear()
  }

  /** SIGTERM: what has come reaches the disk, then everybody is sent away. */
  async stop(): Promise<void> {
    const process = this.#process
    if (!process || process.stopping) return
    this.faults += 1
    process.stopping = true
    await process.rooms.stop()
    if (this.#process !== process) return // it was killed while it stopped
    process.alive = false
    this.#process = null
    // The port's process ends when its sockets have been told, or are gone.
    this.#links.clear()
  }

  failCommits(count: number): void {
    this.faults += 1
    this.#store.failNext('commit', count)
  }

  failReads(count: number): void {
    this.faults += 1
    this.#store.failNext('open', count)
  }

  sweepLog(): void {
    this.#store.sweep(this.#clock.now()).catch(() => undefined)
  }

  heal(): void {
    this.#store.failNext('commit', 0)
    this.#store.failNext('open', 0)
    this.start()
  }

  accept(link: Link): ((peer: Peer) => ReturnType<Rooms['connect']>) | null {
    const process = this.#process
    if (!process || process.stopping) return null
    if (this.#banned.has(link.name)) return refuse
    this.#links.add(link)
    const access = link.name.startsWith('reader') ? 'read' : 'write'
    const who = {
      sessionId: link.name,
      personId: link.name,
      name: link.name,
      role: access === 'read' ? ('commenter' as const) : ('editor' as const),
      teamIds: ['sim'],
      networkId: 'n',
    }
    return (peer) => {
      const connection = process.rooms.connect(
        {
          ...peer,
          send: (frame) => process.alive && peer.send(frame),
          close: (code, reason) => process.alive && peer.close(code, reason),
        },
        { documentId, access, who },
      )
      return {
        receive: (frame) => process.alive && connection.receive(frame),
        left: () => {
          this.#links.delete(link)
          if (process.alive) connection.left()
        },
      }
    }
  }

  arrived(link: Link, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    const heard = this.#heard.get(link) ?? []
    this.#heard.set(link, heard)
    if (type === messageType.marker) heard.push({ marker: decoding.readVarUint(decoder) })
    if (type !== messageType.sync) return
    const kind = decoding.readVarUint(decoder)
    if (kind !== syncType.step1) heard.push({ update: decoding.readVarUint8Array(decoder) })
  }

  sent(link: Link, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageType.sync && decoding.readVarUint(decoder) !== syncType.step1) {
      const missing = this.disk.missing(decoding.readVarUint8Array(decoder))
      if (missing) this.#fail(`${link.name} is told what is not on disk: ${missing}`)
    }
    if (type === messageType.ack) this.#checkAck(link, decoding.readVarUint(decoder))
  }

  /** Every update that came before the marker, whatever became of it meanwhile, must be on disk now. */
  #checkAck(link: Link, n: number): void {
    this.acknowledged += 1
    const heard = this.#heard.get(link) ?? []
    const at = heard.findLastIndex((item) => 'marker' in item && item.marker === n)
    if (at < 0) return this.#fail(`${link.name} gets an answer to marker ${n}, which it never sent`)
    for (const item of heard.splice(0, at + 1)) {
      const missing = 'update' in item ? this.disk.missing(item.update) : null
      if (missing) this.#fail(`${link.name} gets marker ${n} acknowledged; not on disk: ${missing}`)
    }
  }
}
