import type { Clock } from '../../shared/clock.ts'

/** What happened in the last while, by kind: how often, and when last. Older things are forgotten. */
export class Lately<Kind> {
  readonly #clock: Clock
  readonly #windowMs: number
  readonly #most: number
  #happened: { kind: Kind; at: number }[] = []

  /** `most`: of more than these only the newest are known, so that a storm costs no memory. */
  constructor({ clock, windowMs, most }: { clock: Clock; windowMs: number; most: number }) {
    this.#clock = clock
    this.#windowMs = windowMs
    this.#most = most
  }

  add(kind: Kind): void {
    this.#happened.push({ kind, at: this.#clock.now() })
    if (this.#happened.length > 2 * this.#most) this.#happened = this.#happened.slice(-this.#most)
  }

  /** Newest first. */
  list(): { kind: Kind; count: number; lastAt: number }[] {
    const since = this.#clock.now() - this.#windowMs
    this.#happened = this.#happened.filter(({ at }) => at >= since).slice(-this.#most)
    const kinds = new Map<Kind, { count: number; lastAt: number }>()
    for (const { kind, at } of this.#happened) {
      kinds.set(kind, { count: (kinds.get(kind)?.count ?? 0) + 1, lastAt: at })
    }
    return [...kinds].map(([kind, found]) => ({ kind, ...found })).toSorted((a, b) => b.lastAt - a.lastAt)
  }
}
