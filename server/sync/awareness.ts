import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { PresenceUser } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServerLimits } from '../limits.ts'
import { encodeAwareness, readNumber } from './codec.ts'
import type { Who } from './who.ts'

/** Something with a person behind it: a session, as far as presence is concerned. */
export type Owner = { readonly who: Who; readonly answered: boolean }

/**
 * `clock` is the client's own count. What goes out is `clock + raised`: the server has news of its own (left,
 * hidden, renamed) that must count as newer than what the client said last.
 */
type Entry = {
  owner: Owner | null
  /** whose it is, also when they have left: they come back under it */
  personId: string | null
  clock: number
  raised: number
  state: Record<string, unknown> | null
}

/** Clients forget a state that nobody renews for 30 s. */
const renewMs = 15_000

/** No client counts this far: it counts one a renewal. */
const mostClock = 2 ** 40

/** How many who left a room remembers the clocks of, so that one who comes back is seen at once. */
const rememberedClocks = 500

/**
 * Who is in a room and where they are: in memory, never stored. A session speaks only for the one client id
 * it first used, and the server fills in who that is. Where many people are in a room only their number is
 * told, in a state of the server's own: `{ count }`.
 */
export class RoomPresence {
  readonly #limits: ServerLimits
  readonly #clock: Clock
  readonly #serverClientId: number
  readonly #entries = new Map<number, Entry>()
  readonly #dirty = new Set<number>()
  #crowded = false
  #counted = { people: 0, at: 0 }

  constructor(limits: ServerLimits, clock: Clock, serverClientId: number) {
    this.#limits = limits
    this.#clock = clock
    this.#serverClientId = serverClientId
  }

  /**
   * Takes a session's awareness message. Entries for other client ids than its own are passed over: the stock
   * provider repeats everything that it hears. Throws `malformed`, `frameTooLarge`.
   */
  receive(owner: Owner, payload: Uint8Array): void {
    const { awarenessBytes, presencePeople } = this.#limits
    if (payload.length > awarenessBytes * (presencePeople + 1)) throw new AppError('frameTooLarge')
    let cameOrWent = false
    for (const { clientId, clock, json } of decodeStates(payload)) {
      if (!this.#mayspeak(owner, clientId)) continue
      if (json.length > awarenessBytes) throw new AppError('frameTooLarge')
      const state = readState(json)
      const known = this.#entries.get(clientId)
      cameOrWent ||= !known?.owner || !known.state !== !state
      if (known?.owner === owner && clock < known.clock) continue
      const told = known && (known.owner === owner ? known.clock + known.raised : known.clock + known.raised + 1)
      const raised = Math.max(known?.owner === owner ? known.raised : 0, (told ?? 0) - clock)
      const { personId } = owner.who
      const seen = state && { ...state, user: userOf(owner.who) }
      this.#entries.set(clientId, { owner, personId, clock, raised, state: seen })
      if (!this.#crowded) this.#dirty.add(clientId)
    }
    if (cameOrWent || this.#crowded) this.#countPeople()
  }

  #mayspeak(owner: Owner, clientId: number): boolean {
    if (clientId === this.#serverClientId) return false
    const entry = this.#entries.get(clientId)
    // A reconnect may come before the old socket is known to be dead: the same person takes the id over.
    if (entry && entry.personId !== owner.who.personId) return false
    for (const [id, other] of this.#entries) if (other.owner === owner && id !== clientId) return false
    return true
  }

  /** Who is here under this client id and has sent all that they had; null for nobody. */
  speaker(clientId: number): Who | null {
    const owner = this.#entries.get(clientId)?.owner
    return owner?.answered ? owner.who : null
  }

  /** The session is gone: so is its state. */
  left(owner: Owner): void {
    for (const [clientId, entry] of this.#entries) {
      if (entry.owner !== owner) continue
      this.#entries.delete(clientId) // set again last: the map's order is the order of leaving
      this.#entries.set(clientId, { ...entry, owner: null, raised: entry.raised + 1, state: null })
      this.#dirty.add(clientId)
    }
    this.#forgetOldest()
    this.#countPeople()
  }

  /** The person's name or role was changed: their states carry the new one. */
  renamed(personId: string): void {
    for (const [clientId, entry] of this.#entries) {
      if (entry.owner?.who.personId !== personId || !entry.state) continue
      entry.state = { ...entry.state, user: userOf(entry.owner.who) }
      entry.raised += 1
      this.#dirty.add(clientId)
    }
  }

  /** The server's own state in this room; null takes it away. Call again within 30 s to keep it alive at the clients. */
  setServerState(state: Record<string, unknown> | null): void {
    const clock = (this.#entries.get(this.#serverClientId)?.clock ?? 0) + 1
    this.#entries.set(this.#serverClientId, { owner: null, personId: null, clock, raised: 0, state })
    this.#dirty.add(this.#serverClientId)
  }

  #countPeople(): void {
    const people = new Set<string>()
    for (const { owner, state } of this.#entries.values()) if (owner && state) people.add(owner.who.personId)
    const most = this.#limits.presencePeople
    // Some room between the two, so that one who comes and goes does not switch it back and forth.
    const crowded = people.size > (this.#crowded ? most - 5 : most)
    if (crowded !== this.#crowded) {
      this.#crowded = crowded
      for (const [clientId, entry] of this.#entries) {
        entry.raised += 1
        this.#dirty.add(clientId)
      }
      if (!crowded) this.setServerState(null)
      this.#counted = { people: 0, at: 0 }
    }
    if (!crowded) return
    const now = this.#clock.now()
    if (people.size === this.#counted.people && now - this.#counted.at < renewMs) return
    this.#counted = { people: people.size, at: now }
    this.setServerState({ count: people.size })
  }

  #forgetOldest(): void {
    let left = 0
    for (const entry of this.#entries.values()) if (!entry.owner) left += 1
    for (const [clientId, entry] of this.#entries) {
      if (left <= rememberedClocks) return
      if (entry.owner || clientId === this.#serverClientId || this.#dirty.has(clientId)) continue
      this.#entries.delete(clientId)
      left -= 1
    }
  }

  /** Whether `takeNews` has something to tell. */
  hasNews(): boolean {
    return this.#dirty.size > 0
  }

  /** The frame with what has changed since the last call, or null. */
  takeNews(): Uint8Array | null {
    const changed = [...this.#dirty]
    this.#dirty.clear()
    return this.#encode(changed)
  }

  /** The frame with everyone's state, for a newcomer, or null if there is none. */
  all(): Uint8Array | null {
    return this.#encode([...this.#entries].filter(([, entry]) => entry.state).map(([clientId]) => clientId))
  }

  #encode(clientIds: number[]): Uint8Array | null {
    const told = clientIds.filter((id) => this.#entries.has(id))
    if (told.length === 0) return null
    const payload = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, told.length)
      for (const clientId of told) {
        const entry = this.#entries.get(clientId)
        const hidden = this.#crowded && clientId !== this.#serverClientId
        encoding.writeVarUint(encoder, clientId)
        encoding.writeVarUint(encoder, (entry?.clock ?? 0) + (entry?.raised ?? 0))
        encoding.writeVarString(encoder, JSON.stringify(hidden ? null : (entry?.state ?? null)))
      }
    })
    return encodeAwareness(payload)
  }
}

function userOf(who: Who): PresenceUser {
  return { personId: who.personId, name: who.name, role: who.role }
}

/** An awareness message, entry by entry; what a state says is not read yet. */
function decodeStates(payload: Uint8Array): { clientId: number; clock: number; json: string }[] {
  try {
    const decoder = decoding.createDecoder(new Uint8Array(payload))
    const states = []
    for (let left = readNumber(decoder); left > 0; left -= 1) {
      const clientId = readNumber(decoder)
      const clock = readNumber(decoder)
      // What goes out is raised above it, and must still be a number that everybody can read.
      if (clock > mostClock) throw new AppError('malformed')
      states.push({ clientId, clock, json: decoding.readVarString(decoder) })
    }
    if (decoding.hasContent(decoder)) throw new AppError('malformed')
    return states
  } catch (cause) {
    throw new AppError('malformed', {}, cause)
  }
}

function readState(json: string): Record<string, unknown> | null {
  try {
    const state: unknown = JSON.parse(json)
    if (typeof state !== 'object' || Array.isArray(state)) throw new AppError('malformed')
    return state as Record<string, unknown> | null
  } catch (cause) {
    throw new AppError('malformed', {}, cause)
  }
}
