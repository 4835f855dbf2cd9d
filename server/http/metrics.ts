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
    if (ofProcess) collectDefaultMetrics({ register: this.registry })
  }

  /** Tells what is open now. `read` is called at each scrape. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const collect = async (): Promise<void> => gauge.set(await read())
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect })
  }

  request(route: string, method: string, status: number, seconds: number): void {
    this.#requests.observe({ route, method, status: String(status) }, seconds)
  }

  refused(code: ErrorCode): void {
    this.#refused.inc({ code })
  }

  committed(durationMs: number, updates: number): void {
    this.#commits.observe(durationMs / 1000)
    this.#updates.inc(updates)
  }
}
