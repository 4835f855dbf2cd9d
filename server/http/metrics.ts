import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { ErrorCode } from '../../shared/errors.ts'
import type { SyncMetrics } from '../sync/metrics.ts'

/** What the server counts about itself, for `GET /metrics`. Labels are closed lists: no ids, names or addresses. */
export class Metrics implements SyncMetrics {
  readonly registry = new Registry()
  readonly #requests: Histogram
  readonly #refused: Counter
  readonly #commits: Histogram
  readonly #updates: Counter
  readonly #acks: Histogram
  readonly #transactions: Histogram
  // Counted at every message, so by hand; the registry reads them when somebody asks.
  #receivedBytes = 0
  #sentBytes = 0
  readonly #refusedListeners = new Set<(code: ErrorCode) => void>()

  /** The gauges are read when somebody asks. `ofProcess` adds memory, CPU and event loop: once a process. */
  constructor({ ofProcess = false } = {}) {
    const registers = [this.registry]
    this.#requests = new Histogram({
      name: 'samtavle_http_request_seconds',
      help: 'HTTP requests by route pattern, method and status',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2],
      registers,
    })
    this.#refused = new Counter({
      name: 'samtavle_refused_total',
      help: 'Requests, messages and sessions refused, by error code',
      labelNames: ['code'],
      registers,
    })
    this.#commits = new Histogram({
      name: 'samtavle_commit_seconds',
      help: 'One batch of a document, from taking it up until it was on disk',
      buckets: [0.002, 0.005, 0.02, 0.1, 0.6, 2],
      registers,
    })
    this.#updates = new Counter({
      name: 'samtavle_updates_total',
      help: 'Document updates that reached the disk',
      registers,
    })
    this.#transactions = new Histogram({
      name: 'samtavle_store_transaction_seconds',
      help: 'One transaction of the store with its fsync',
      buckets: [0.001, 0.002, 0.005, 0.02, 0.1, 0.6, 2],
      registers,
    })
    this.#acks = new Histogram({
      name: 'samtavle_ack_seconds',
      help: 'From a marker until it was answered: everything before it was on disk',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.6, 2],
      registers,
    })
    this.#bytes('samtavle_received_bytes_total', 'Bytes of messages that clients sent', () => this.#receivedBytes)
    this.#bytes('samtavle_sent_bytes_total', 'Bytes of messages that clients were sent', () => this.#sentBytes)
    if (ofProcess) collectDefaultMetrics({ register: this.registry })
  }

  /** Tells what is open now. `read` is called at each scrape. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const collect = async (): Promise<void> => gauge.set(await read())
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect })
  }

  /** Tells how many of each kind are open now. `read` is called at each scrape; kinds are a closed list. */
  gaugeByRole(name: string, help: string, read: () => Map<string, number>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: ['role'],
      registers: [this.registry],
      collect: () => {
        gauge.reset()
        for (const [role, count] of read()) gauge.set({ role }, count)
      },
    })
  }

  #bytes(name: string, help: string, read: () => number): void {
    const counter: Counter = new Counter({
      name,
      help,
      registers: [this.registry],
      collect: () => {
        counter.reset()
        counter.inc(read())
      },
    })
  }

  request(route: string, method: string, status: number, seconds: number): void {
    this.#requests.observe({ route, method, status: String(status) }, seconds)
  }

  /** Calls back at each code that somebody is refused with. */
  onRefused(listener: (code: ErrorCode) => void): void {
    this.#refusedListeners.add(listener)
  }

  refused(code: ErrorCode): void {
    this.#refused.inc({ code })
    for (const listener of this.#refusedListeners) listener(code)
  }

  committed(durationMs: number, updates: number): void {
    this.#commits.observe(durationMs / 1000)
    this.#updates.inc(updates)
  }

  acknowledged(durationMs: number): void {
    this.#acks.observe(durationMs / 1000)
  }

  received(bytes: number): void {
    this.#receivedBytes += bytes
  }

  sent(bytes: number): void {
    this.#sentBytes += bytes
  }

  /** One transaction of the store, which many documents may share. */
  stored(durationMs: number): void {
    this.#transactions.observe(durationMs / 1000)
  }
}
