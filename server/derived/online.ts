import type { OnlineView } from '../../shared/api.ts'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { documentId } from '../../shared/document-id.ts'
import type { Rooms } from '../sync/rooms.ts'

/** People come and go in bursts; the facilitators' list needs it twice a second. ms. */
const tellMs = 500
/** Clients forget a presence that nobody renews for 30 s. */
const renewMs = 12_000

/**
 * Who is on line, by team, from the open sockets. Told to the facilitators as the server's own presence in
 * `overview:<networkId>`; never stored.
 */
export class Online {
  readonly #rooms: Rooms
  readonly #clock: Clock
  readonly #timers = new Map<string, { timer: TimerHandle; delayMs: number }>()

  constructor(deps: { rooms: Rooms; clock: Clock }) {
    this.#rooms = deps.rooms
    this.#clock = deps.clock
    deps.rooms.onPeople((who) => {
      if (who.networkId) this.#tellIn(who.networkId, tellMs)
    })
  }

  /** Who is on line in a network now. A person counts once, however many windows they have open. */
  view(networkId: string): OnlineView {
    const teams = new Map<string, Map<string, string>>()
    const facilitators = new Set<string>()
    const displays = new Set<string>()
    for (const { who } of this.#rooms.people()) {
      if (who.networkId !== networkId) continue
      if (who.role === 'facilitator') facilitators.add(who.personId)
      if (who.role === 'display') displays.add(who.sessionId)
      if (who.role !== 'editor') continue
      for (const teamId of who.teamIds) {
        const people = teams.get(teamId) ?? new Map<string, string>()
        teams.set(teamId, people.set(who.personId, who.name))
      }
    }
    const list = (people: Map<string, string>) => [...people].map(([personId, name]) => ({ personId, name }))
    return {
      teams: Object.fromEntries([...teams].map(([teamId, people]) => [teamId, list(people)])),
      facilitators: facilitators.size,
      displays: displays.size,
    }
  }

  #tellIn(networkId: string, delayMs: number): void {
    const known = this.#timers.get(networkId)
    if (known && known.delayMs <= delayMs) return
    if (known) this.#clock.clearTimeout(known.timer)
    const timer = this.#clock.setTimeout(() => this.#tell(networkId), delayMs)
    this.#timers.set(networkId, { timer, delayMs })
  }

  #tell(networkId: string): void {
    this.#timers.delete(networkId)
    const online = this.view(networkId)
    // Nobody is left to tell or to be told of: the next who comes starts it again.
    if (online.facilitators === 0 && online.displays === 0 && Object.keys(online.teams).length === 0) return
    this.#rooms
      .setServerState(documentId('overview', networkId), { online })
      .catch(() => undefined) // the room could not be read: its sessions have been told
      .finally(() => this.#tellIn(networkId, renewMs))
  }
}
