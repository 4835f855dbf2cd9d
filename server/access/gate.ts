import type { ErrorCode } from '../../shared/errors.ts'
import type { Rooms } from '../sync/rooms.ts'

type Match = Parameters<Rooms['revoke']>[0]

/**
 * Where rights are taken back. Whoever reads rights and then acts on them without a pause checks `generation`
 * before and after: had something been revoked in between, the open sockets were closed before this one was
 * among them.
 */
export class Gate {
  readonly #rooms: Pick<Rooms, 'revoke'>
  #generation = 0

  constructor(rooms: Pick<Rooms, 'revoke'>) {
    this.#rooms = rooms
  }

  /** Grows with every revocation. */
  get generation(): number {
    return this.#generation
  }

  /** Closes matching open sessions. To be called after the change of rights is on disk. */
  revoke(match: Match, closeCode: number, reason: ErrorCode): void {
    this.#generation += 1
    this.#rooms.revoke(match, closeCode, reason)
  }
}
