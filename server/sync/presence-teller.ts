import type { Clock } from '../../shared/clock.ts'
import type { ServerLimits } from '../limits.ts'
import { RoomPresence } from './awareness.ts'
import type { PresenceBeat } from './presence-beat.ts'
import type { Session } from './session.ts'
import type { Who } from './who.ts'

export type PresenceDependencies = {
  limits: ServerLimits
  clock: Clock
  serverClientId: number
  presenceBeat: PresenceBeat
}

/**
 * Tells a room's sessions who is there: what came in a moment goes out as one message, with an edit that goes out anyway, or
 * else at the next beat.
 */
export class PresenceTeller {
  readonly #presence: RoomPresence
  readonly #beat: PresenceBeat
  readonly #clock: Clock
  readonly #batchMs: number
  readonly #sessions: ReadonlySet<Session>
  #toldAt = Number.NEGATIVE_INFINITY

  constructor(deps: PresenceDependencies, sessions: ReadonlySet<Session>) {
    this.#presence = new RoomPresence(deps.limits, deps.clock, deps.serverClientId)
    this.#beat = deps.presenceBeat
    this.#clock = deps.clock
    this.#batchMs = deps.limits.awarenessBatchMs
    this.#sessions = sessions
  }

  receive(session: Session, payload: Uint8Array): void {
    this.#presence.receive(session, payload)
    this.#tellSoon()
  }

  /** Who is here under this client id and has sent all that they had; null for nobody. */
  speaker(clientId: number): Who | null {
    return this.#presence.speaker(clientId)
  }

  left(session: Session): void {
    this.#presence.left(session)
    this.#tellSoon()
  }

  renamed(personId: string): void {
    this.#presence.renamed(personId)
    this.#tellSoon()
  }

  setServerState(state: Record<string, unknown> | null): void {
    this.#presence.setServerState(state)
    this.#tellSoon()
  }

  /** Everyone's state, for a newcomer. A display is told of nobody: it shows boards, not people. */
  tell(session: Session): void {
    const frame = mayHear(session) ? this.#presence.all() : null
    if (frame) session.send(frame)
  }

  /** What is new, for those who `mayHear` it, to go with an edit that goes out to everybody now; null if nothing is due. */
  takeNews(): Uint8Array | null {
    return this.#isDue(this.#batchMs / 2) ? this.#take() : null
  }

  #isDue(sinceMs: number): boolean {
    const passedMs = this.#clock.now() - this.#toldAt
    // A clock that was set back must not silence anybody.
    return this.#presence.hasNews() && (passedMs >= sinceMs || passedMs < 0)
  }

  #take(): Uint8Array | null {
    this.#toldAt = this.#clock.now()
    return this.#presence.takeNews()
  }

  #tellSoon(): void {
    if (this.#presence.hasNews() && this.#sessions.size > 0) this.#beat.next(this.#tellIfDue)
  }

  readonly #tellIfDue = (): void => {
    const frame = this.#isDue(this.#batchMs) ? this.#take() : null
    if (frame) for (const session of this.#sessions) if (session.joined && mayHear(session)) session.send(frame)
    this.#tellSoon()
  }
}

/** A display shows boards, not people. */
export function mayHear(session: Session): boolean {
  return session.who.role !== 'display'
}
