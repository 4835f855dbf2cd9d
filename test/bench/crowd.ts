import { setTimeout as wait } from 'node:timers/promises'
import { BenchClient, type Counts } from './bench-client.ts'
import { nowUs } from './marks.ts'
import { costOf, memoryOf } from './process-cost.ts'
import type { Started, Target } from './targets.ts'

/** Who is in one room, and what they do a second. */
export type Group = { room: number; writers: number; readers: number; edits: number; pointers?: number }

/** One window of load. CPU in ms a thousand deliveries; times in ms from send to receipt. */
export type Measured = {
  deliveredShare: number
  /** messages that a reader got for each edit delivered */
  framesADelivery: number
  cpuMsAThousand: number
  cpuShare: number
  waitShare: number
  p50: number
  p95: number
  p99: number
  memoryMb: number
}

let lastWriter = 0

/** People in rooms of one server, who can be made to work for a while. */
export class Crowd {
  readonly #server: Started
  readonly #groups: { group: Group; writers: BenchClient[]; readers: BenchClient[] }[] = []
  readonly #counts: Counts = { from: Number.POSITIVE_INFINITY, updates: [], cursors: [], frames: 0 }

  constructor(server: Started) {
    this.#server = server
  }

  /** Lets everyone in, a hundred at a time, and gives each board its content. */
  async open(target: Target, groups: readonly Group[], board: Uint8Array): Promise<void> {
    for (const group of groups) {
      const room = this.#server.room(group.room)
      const client = (writer: number) => new BenchClient(this.#server, target.wire, room, writer, this.#counts)
      const writers = Array.from({ length: group.writers }, () => client((lastWriter = (lastWriter % 19_000) + 1)))
      await allIn(writers)
      writers[0]?.fill(board)
      const readers: BenchClient[] = []
      while (readers.length < group.readers) {
        const more = Array.from({ length: Math.min(100, group.readers - readers.length) }, () => client(0))
        await allIn(more)
        readers.push(...more)
      }
      this.#groups.push({ group, writers, readers })
    }
  }

  /** Everyone works: first to warm up, then for as long as is measured. */
  async work(warmMs: number, forMs: number): Promise<Measured> {
    const jobs = this.#groups.flatMap(({ group, writers }) =>
      writers.flatMap((client) => [
        ...(group.edits > 0 ? [{ run: () => client.edit(), everyMs: 1_000 / group.edits, due: 0 }] : []),
        ...(group.pointers ? [{ run: () => client.point(), everyMs: 1_000 / group.pointers, due: 0 }] : []),
      ]),
    )
    const began = performance.now()
    // Spread evenly over their periods, by the golden section.
    jobs.forEach((job, index) => (job.due = began + job.everyMs * ((index * 0.618_034) % 1)))
    await this.#run(jobs, began + warmMs)
    const { pid } = this.#server
    this.#counts.updates = []
    this.#counts.cursors = []
    this.#counts.frames = 0
    this.#counts.from = nowUs()
    const from = costOf(pid)
    const at = performance.now()
    const edits = await this.#run(jobs, at + forMs)
    await wait(200)
    const seconds = (performance.now() - at) / 1_000
    const to = costOf(pid)
    this.#counts.from = Number.POSITIVE_INFINITY
    return this.#measured(edits, seconds, { cpuS: to.cpuS - from.cpuS, waitS: to.waitS - from.waitS })
  }

  /** Resolves to the number of deliveries that the edits of this time call for. */
  async #run(jobs: { run: () => void; everyMs: number; due: number }[], until: number): Promise<number> {
    const others = this.#groups.flatMap(({ group, writers, readers }) =>
      writers.flatMap(() => {
        const count = writers.length + readers.length - 1
        return [...(group.edits > 0 ? [count] : []), ...(group.pointers ? [0] : [])]
      }),
    )
    let expected = 0
    while (performance.now() < until) {
      const now = performance.now()
      for (const [index, job] of jobs.entries()) {
        if (job.due > now) continue
        job.run()
        expected += others[index] ?? 0
        job.due = Math.max(job.due + job.everyMs, now) // one that is late does not pile up
      }
      await wait(1)
    }
    return expected
  }

  #measured(expected: number, seconds: number, cost: { cpuS: number; waitS: number }): Measured {
    const { updates, cursors, frames } = this.#counts
    const times = Float64Array.from(updates).sort()
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
    return {
      deliveredShare: updates.length / expected,
      framesADelivery: frames / Math.max(1, updates.length + cursors.length),
      cpuMsAThousand: (cost.cpuS * 1e6) / Math.max(1, updates.length + cursors.length),
      cpuShare: cost.cpuS / seconds,
      waitShare: cost.waitS / seconds,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      memoryMb: memoryOf(this.#server.pid),
    }
  }

  close(): void {
    for (const { writers, readers } of this.#groups) for (const client of [...writers, ...readers]) client.close()
  }
}

async function allIn(clients: readonly BenchClient[]): Promise<void> {
  await Promise.all(clients.map((client) => client.ready))
  const out = clients.filter((client) => !client.isSynced).length
  if (out > 0) throw new Error(`${out} of ${clients.length} were not let in`)
}
