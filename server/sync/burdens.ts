import type { Clock } from '../../shared/clock.ts'
import type { ServerLimits } from '../limits.ts'
import { Bucket } from './rate.ts'
import type { Who } from './who.ts'

/** Whoever has used more of the thread's time than this lately goes after the others, ms. */
const lightMs = 50
/** Whoever is held back is let try again after at most this, ms. */
const longestHoldMs = 60_000
/** So many people and crowds are remembered before those that are at rest are forgotten. */
const remembered = 5_000

type Burden = { work: Bucket; rebuilds: Bucket; clients: Bucket }
type PersonBurden = Burden & { proven: boolean; triesAt: number | null }
type CrowdBurden = Burden & { nextTryAt: number }

/**
 * What people cost the process, by person and by crowd: all who may have come by one card or link. A person may open
 * a thousand sockets, and a card let in hundreds of people, so that limits of a socket alone are none. Those of a crowd hold
 * back only who costs much, or who is new to a crowd that has done harm: the others are not to suffer for a neighbour.
 */
export class Burdens {
  readonly #clock: Clock
  readonly #limits: ServerLimits
  readonly #people = new Map<string, PersonBurden>()
  readonly #crowds = new Map<string, CrowdBurden>()

  constructor(clock: Clock, limits: ServerLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  /** So much of the thread's time went to this person. */
  spend(who: Who, ms: number): void {
    this.#person(who).work.take(ms)
    this.#crowd(who).work.take(ms)
  }

  /** How long this person has to wait before more is read of them, ms. */
  waitMs(who: Who): number {
    const own = this.#people.get(who.personId)
    if (!own) return 0
    const ofCrowd = own.work.used > lightMs ? this.#crowd(who).work.waitMs : 0
    return Math.max(own.work.waitMs, ofCrowd)
  }

  /** Whether what this person sends may take long: then it goes after what the others sent. */
  isHeavy(who: Who): boolean {
    return (this.#people.get(who.personId)?.work.used ?? 0) > lightMs
  }

  /** An update by this person had to be thrown out of a document again. */
  rebuilt(who: Who): void {
    const own = this.#person(who)
    own.rebuilds.take(1)
    own.proven = false
    this.#crowd(who).rebuilds.take(1)
  }

  /** Whether this person has done that so often that they stay out for a while. */
  isKeptOut(who: Who): boolean {
    return this.#people.get(who.personId)?.rebuilds.has(1) === false
  }

  /** Whether an update by this person is on disk, and none had to be thrown out since. */
  isProven(who: Who): boolean {
    return this.#people.get(who.personId)?.proven === true
  }

  /** An update by this person is on disk. */
  accepted(who: Who): void {
    this.#person(who).proven = true
  }

  /**
   * How long this person may not write yet, ms: when a crowd has done harm many times, those of it who never wrote before
   * are let try one by one.
   */
  holdMs(who: Who): number {
    const crowd = this.#crowds.get(crowdOf(who))
    if (!crowd || crowd.rebuilds.has(1)) return 0
    const own = this.#person(who)
    if (own.proven) return 0
    const now = this.#clock.now()
    if (own.triesAt === null) {
      crowd.nextTryAt = Math.max(now, crowd.nextTryAt) + this.#limits.tryEveryMs
      own.triesAt = crowd.nextTryAt
    }
    if (own.triesAt > now) return Math.min(own.triesAt - now, longestHoldMs)
    own.triesAt = null
    return 0
  }

  /** Takes it down that this person brings so many client ids to a document; false when these are too many. */
  mayBring(who: Who, clients: number): boolean {
    if (clients === 0) return true
    const [own, crowd] = [this.#person(who).clients, this.#crowd(who).clients]
    if (!own.has(clients) || !crowd.has(clients)) return false
    own.take(clients)
    crowd.take(clients)
    return true
  }

  #person({ personId }: Who): PersonBurden {
    const known = this.#people.get(personId)
    if (known) return known
    const { workMs, workMsPerSecond, rebuildsPerPerson, newClients } = this.#limits
    const own = {
      work: new Bucket(this.#clock, workMs, workMsPerSecond),
      rebuilds: new Bucket(this.#clock, rebuildsPerPerson, 1 / 600),
      clients: new Bucket(this.#clock, newClients, 1),
      proven: false,
      triesAt: null,
    }
    forgetRested(this.#people)
    this.#people.set(personId, own)
    return own
  }

  #crowd(who: Who): CrowdBurden {
    const key = crowdOf(who)
    const known = this.#crowds.get(key)
    if (known) return known
    const { workMs, workMsPerSecond, rebuildsPerCrowd, newClients } = this.#limits
    const crowd = {
      work: new Bucket(this.#clock, workMs * 2, workMsPerSecond * 1.5),
      rebuilds: new Bucket(this.#clock, rebuildsPerCrowd, 1 / 60),
      clients: new Bucket(this.#clock, newClients * 2, 2),
      nextTryAt: 0,
    }
    forgetRested(this.#crowds)
    this.#crowds.set(key, crowd)
    return crowd
  }
}

function crowdOf({ networkId, role, teamIds }: Who): string {
  return `${networkId ?? ''} ${role} ${teamIds.join()}`
}

function forgetRested(burdens: Map<string, Burden>): void {
  if (burdens.size < remembered) return
  for (const [key, { work, rebuilds, clients }] of burdens) {
    if (work.used === 0 && rebuilds.used === 0 && clients.used === 0) burdens.delete(key)
  }
}
