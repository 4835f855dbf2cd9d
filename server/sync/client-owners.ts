import { isEntryClient } from '../../shared/ops/make-once.ts'
import type { Incoming } from './document.ts'
import type { Session } from './session.ts'
import type { Who } from './who.ts'

/** A page writes under one client id, and under a new one when it finds its own taken. */
const mostPerSession = 8

/** So many client ids of those who left are remembered: they come back to go on under them. */
const rememberedIds = 2_000

/**
 * Which client ids are written under by whom, of those who are or were here. A client id is only a number in an update: whoever
 * wrote on under another's would make the server take the other's own next changes for known ones, and lose them.
 */
export class ClientOwners {
  readonly #owners = new Map<number, Session>()
  /** whose a client id was when they left; who left last is last */
  readonly #away = new Map<number, string>()
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
        const owner = this.#ownerOf(clientId)
        if (owner !== null && owner !== session.who.personId && end > known(clientId)) return true
      }
    }
    return false
  }

  #ownerOf(clientId: number): string | null {
    // Everybody writes under these.
    if (isEntryClient(clientId)) return null
    const here = this.#owners.get(clientId)?.who.personId
    return here ?? this.#away.get(clientId) ?? this.#speaker(clientId)?.personId ?? null
  }

  /** An update was taken. One client's alone is its sender's own; many, or what we asked for, may be others' brought back. */
  wrote(session: Session, { facts, whole }: Incoming): void {
    const [clientId, ...more] = facts.ends.keys()
    if (clientId === undefined || isEntryClient(clientId) || whole || more.length > 0) return
    if (this.#owners.has(clientId)) return
    let own = 0
    for (const owner of this.#owners.values()) if (owner === session) own += 1
    if (own < mostPerSession) this.#owners.set(clientId, session)
  }

  /** Whoever lost their net may have changes that are not sent yet, under the same client ids. */
  left(session: Session): void {
    for (const [clientId, owner] of this.#owners) {
      if (owner !== session) continue
      this.#owners.delete(clientId)
      this.#away.delete(clientId)
      this.#away.set(clientId, session.who.personId)
    }
    for (const clientId of this.#away.keys()) {
      if (this.#away.size <= rememberedIds) return
      this.#away.delete(clientId)
    }
  }

  /** The document lacks what it had: whose it was says no longer who may bring it. */
  forget(): void {
    this.#owners.clear()
    this.#away.clear()
  }
}
