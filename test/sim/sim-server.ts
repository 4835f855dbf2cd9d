import * as decoding from 'lib0/decoding'
import { messageType, syncType } from '../../shared/protocol.ts'
import { initialState } from '../../shared/schema/migrations.ts'
import type { Caller } from '../../server/access/caller.ts'
import type { Parts } from '../../server/access/parts.ts'
import { MemoryStore } from '../../server/store/memory.ts'
import type { FakeClock } from '../client/sync/fake-clock.ts'
import { enterEverybody, everybody, otherTeamId, talkDocumentId, teamId } from './cast.ts'
import type { Entrance, Host, Link } from './network.ts'
import type { SeededRandom } from './random.ts'
import { SimDatabase } from './sim-database.ts'
import { SimProcess } from './sim-process.ts'
import type { Statements } from './statements.ts'
import { WatchedDisk } from './watched-disk.ts'

/** What a link's client has sent since it opened, in the order it came: update bytes, and marker numbers. */
type Heard = { update: Uint8Array } | { marker: number }

const tokenOf = (name: string) => everybody.find((person) => person.name === name)?.token ?? ''

/**
 * The server, as one process after another on one disk. It checks what leaves: nothing may be told or acknowledged
 * that is not on disk at that moment.
 */
export class SimServer implements Host {
  readonly disk: WatchedDisk
  readonly database: SimDatabase
  readonly #clock: FakeClock
  readonly #random: SeededRandom
  readonly #statements: Statements
  readonly #fail: (what: string) => void
  readonly #heard = new WeakMap<Link, Heard[]>()
  /** frames that were looked at; many are sent one and the same */
  readonly #told = new WeakSet<Uint8Array>()
  #store: MemoryStore
  #process: SimProcess | null = null
  #startsAgain = false
  #links = new Set<Link>()
  acknowledged = 0
  faults = 0
  #resting = false

  constructor(clock: FakeClock, random: SeededRandom, statements: Statements, fail: (what: string) => void) {
    this.#clock = clock
    this.#random = random
    this.#statements = statements
    this.#fail = fail
    this.disk = new WatchedDisk((change) => {
      if (change.documentId === talkDocumentId) statements.checkPicture(this.disk.mirror(talkDocumentId), change.update)
    })
    const times = { commitMs: () => random.whole(1, random.chance(0.1) ? 300 : 12), readMs: () => random.whole(1, 30) }
    this.#store = new MemoryStore(clock, times, this.disk)
    for (const kind of ['team', 'talk'] as const) {
      for (const key of [teamId, otherTeamId]) {
        this.#store.create({ id: `${kind}:${key}`, epoch: 'epoch', snapshot: initialState(kind) })
      }
    }
    this.database = new SimDatabase(clock, random, (taken) => statements.onTaken(taken))
    enterEverybody(this.database.calls, clock.now())
    this.start()
  }

  start(): void {
    // Whoever starts it again waits until it has stopped.
    this.#startsAgain = this.#process?.stopping ?? false
    if (this.#process) return
    this.#process = new SimProcess({
      clock: this.#clock,
      store: this.#store,
      database: this.database,
      serverClientId: this.#random.whole(1, 0x7ffffffe),
      foldMs: () => (this.#random.chance(0.1) ? null : this.#random.whole(1, 200)),
      rests: () => this.#resting,
      onFault: this.#fail,
    })
  }

  /** «Tavlene hviler», on or off. A process that starts later knows it too. */
  rest(resting: boolean): void {
    this.#resting = resting
    this.#process?.rooms.restAnew()
  }

  get resting(): boolean {
    return this.#resting
  }

  /** Something that the facilitator does about people. Never settles when the process dies meanwhile. */
  async administer(run: (parts: Parts, caller: Caller) => Promise<void>): Promise<void> {
    if (!this.#process || this.#process.stopping) throw new Error('nobody listens')
    await this.#process.administer(run)
  }

  get running(): boolean {
    return this.#process !== null
  }

  /** kill -9: of what is being written all or nothing is on disk, what waited is gone. */
  crash(): void {
    if (!this.#process) return
    this.faults += 1
    const underWay = this.#random.chance(0.5) ? 'lost' : 'written'
    this.#process.kill(underWay)
    this.#process = null
    this.#store = this.#store.crash(underWay)
    for (const link of [...this.#links]) link.cut(this.#random.chance(0.8) ? 'heard' : 'silent')
    this.#links.clear()
  }

  /** SIGTERM. */
  async stop(): Promise<void> {
    const process = this.#process
    if (!process || process.stopping) return
    this.faults += 1
    await process.stop()
    if (this.#process !== process) return // it was killed while it stopped
    process.alive = false
    this.#process = null
    // The port's process ends when its sockets have been told, or are gone.
    this.#links.clear()
    if (this.#startsAgain) this.start()
  }

  /** The disk is one: boards and SQL fail together. */
  failCommits(count: number): void {
    this.faults += 1
    this.#store.failNext('commit', count)
    this.database.failCommits(count)
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
    this.database.failCommits(0)
    this.start()
  }

  accept(link: Link): Promise<Entrance> | null {
    const process = this.#process
    if (!process || process.stopping) return null
    this.#links.add(link)
    return process.admit(tokenOf(link.name), link.documentId).then((connect) => (peer) => {
      const connection = connect(peer)
      return {
        receive: (frame) => connection.receive(frame),
        heard: (bytes) => connection.heard(bytes),
        left: () => {
          this.#links.delete(link)
          connection.left()
        },
      }
    })
  }

  request(name: string, body: string): Promise<void> | null {
    const process = this.#process
    if (!process || process.stopping) return null
    this.#statements.arrived(body)
    return process.command(tokenOf(name), body)
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
    if (type === messageType.sync && !this.#told.has(frame) && decoding.readVarUint(decoder) !== syncType.step1) {
      this.#told.add(frame)
      const missing = this.disk.missing(link.documentId, decoding.readVarUint8Array(decoder))
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
      const missing = 'update' in item ? this.disk.missing(link.documentId, item.update) : null
      if (missing) this.#fail(`${link.name} gets marker ${n} acknowledged; not on disk: ${missing}`)
    }
  }
}
