import type { Work } from './batch.ts'
import type { Session } from './session.ts'

/** More than this from one session in one batch may take a while, bytes. */
const muchBytes = 100_000

/**
 * Who is next: what goes quickly first, all together. What may take long (much of it, or from somebody whose last took long)
 * comes alone, one session at a time, every second batch: so nobody's edit waits behind more than one of these.
 */
export class Turns {
  #heavyNext = false

  take(queue: readonly Work[], isHeavy: (session: Session) => boolean): { batch: Work[]; rest: Work[] } {
    const heavy = heavyOf(queue, isHeavy)
    if (heavy.size === 0) return { batch: [...queue], rest: [] }
    const isOfHeavy = (work: Work): boolean => 'session' in work && heavy.has(work.session)
    const light = queue.filter((work) => !isOfHeavy(work))
    if (light.length > 0 && !this.#heavyNext) {
      this.#heavyNext = true
      return { batch: light, rest: queue.filter(isOfHeavy) }
    }
    this.#heavyNext = false
    const [first] = heavy
    const isFirst = (work: Work): boolean => 'session' in work && work.session === first
    return { batch: queue.filter(isFirst), rest: queue.filter((work) => !isFirst(work)) }
  }
}

function heavyOf(queue: readonly Work[], isHeavy: (session: Session) => boolean): Set<Session> {
  const bytes = new Map<Session, number>()
  for (const work of queue) {
    if (work.kind === 'update') bytes.set(work.session, (bytes.get(work.session) ?? 0) + work.update.length)
  }
  const heavy = new Set<Session>()
  for (const [session, sum] of bytes) if (sum > muchBytes || isHeavy(session)) heavy.add(session)
  return heavy
}
