import { isEntryClient } from '../../shared/ops/make-once.ts'
import type { Incoming } from './document.ts'
import type { Session } from './session.ts'
import type { Who } from './who.ts'

/** A page writes under one client id, and under a new one when it finds its own taken. */
const mostPerSession = 8

/**
 * Which client ids are written under by whom, of those who are here. A client id is only a number in an update: whoever
 * wrote on under another's would make the server take the other's own next changes for known ones, and lose them.
 */
export class ClientOwners {
  readonly #owners = new Map<number, Session>()
  readonly #speaker: (clientId: number) => Who | null

  /**
   * `speaker`: who is seen under a client id and has sent all that they had. It is told to all before anything is written under
   * it, and so is its owner's from then on. Not before: what a server lost that was restored, others bring back as well.
   */
  constructor(speaker: (clientId: number) => Who | null) {
    this.#speaker = speaker
  }

  /** Whether it goes on where another person who is here writes. `known`: how far the document has a client's changes. */
  isForged(session: Session, incoming: readonly Incoming[], known: (clientId: number) => number): boolean {
    for (const { facts } of incoming) {
      for (const [clientId, end] of facts.ends) {
        const owner = this.#owners.get(clientId)?.who ?? this.#speaker(clientId)
        if (owner && owner.personId !== session.who.personId && end > known(clientId)) return true
      }
    }
    return false
  }

  /** An update was taken. One client's alone is its sender's own; many are what somebody brings back. */
  wrote(session: Session, { facts }: Incoming): void {
    const [clientId, ...more] = facts.ends.keys()
    if (clientId === undefined || isEntryClient(clientId) || more.length > 0 || this.#owners.has(clientId)) return
    let own = 0
    for (const owner of this.#owners.values()) if (owner === session) own += 1
    if (own < mostPerSession) this.#owners.set(clientId, session)
  }

  left(session: Session): void {
    for (const [clientId, owner] of this.#owners) if (owner === session) this.#owners.delete(clientId)
  }
}
