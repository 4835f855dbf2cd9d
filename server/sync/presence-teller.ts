import type { Clock, TimerHandle } from '../../shared/clock.ts'
import type { ServerLimits } from '../limits.ts'
import { RoomPresence } from './awareness.ts'
import type { Session } from './session.ts'
import type { Who } from './who.ts'

/** Tells a room's sessions who is there: what came in a moment goes out as one message. */
export class PresenceTeller {
  readonly #presence: RoomPresence
  readonly #clock: Clock
  readonly #batchMs: number
  readonly #sessions: ReadonlySet<Session>
  #timer: TimerHandle | null = null

  constructor(
    { limits, clock, serverClientId }: { limits: ServerLimits; clock: Clock; serverClientId: number },
    sessions: ReadonlySet<Session>,
  ) {
    this.#presence = new RoomPresence(limits, clock, serverClientId)
    this.#clock = clock
    this.#batchMs = limits.awarenessBatchMs
    this.#sessions = sessions
  }

  receive(session: Session, payload: Uint8Array): void {
    this.#presence.receive(session, payload)
    this.#tellSoon()
  }

  /** Who is here under this client id; null for nobody. */
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
    const frame = session.who.role === 'display' ? null : this.#presence.all()
    if (frame) session.send(frame)
  }

  #tellSoon(): void {
    if (this.#timer || !this.#presence.hasNews() || this.#sessions.size === 0) return
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = null
      const frame = this.#presence.takeNews()
      if (!frame) return
      for (const session of this.#sessions) if (session.joined && session.who.role !== 'display') session.send(frame)
    }, this.#batchMs)
  }
}
