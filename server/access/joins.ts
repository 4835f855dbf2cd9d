import type { Clock } from '../../shared/clock.ts'
import { Bucket } from '../sync/rate.ts'

/**
 * How fast one card or link lets people in: a whole hall at once, and then no faster than people come. A right code in the hands of
 * a program would else make thousands of members. By secret and never by address: a hotel puts 300 people behind one.
 */
export class Joins {
  readonly #clock: Clock
  readonly #atOnce: number
  readonly #perSecond: number
  /** by secret; only those that exist come here */
  readonly #buckets = new Map<string, Bucket>()

  constructor(args: { clock: Clock; atOnce: number; perMinute: number }) {
    this.#clock = args.clock
    this.#atOnce = args.atOnce
    this.#perSecond = args.perMinute / 60
  }

  /** Takes one; false when the secret has let in too many lately. */
  take(secretId: string): boolean {
    const bucket = this.#buckets.get(secretId) ?? new Bucket(this.#clock, this.#atOnce, this.#perSecond)
    this.#buckets.set(secretId, bucket)
    if (!bucket.has(1)) return false
    bucket.take(1)
    return true
  }
}
