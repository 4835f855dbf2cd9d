import * as Y from 'yjs'
import { teamDocumentId } from './cast.ts'
import type { SimClient } from './sim-client.ts'
import type { Trouble } from './trouble.ts'

/** By then what came before the boards began to rest is on disk or lost. */
const settledMs = 1_500

/**
 * Facilitators who let the boards rest and wake them. While the boards rest nothing more may come to the disk but
 * from facilitators.
 */
export function makeLocks(
  { clock, random, server, clients, note }: Trouble & { clients: readonly SimClient[] },
  fail: (what: string) => void,
): { stop: () => void; rests: () => number } {
  let going = true
  let rests = 0
  const written = () => {
    const free = new Set(clients.flatMap(({ person, clientIds }) => (person.role === 'facilitator' ? clientIds : [])))
    const now = Y.decodeStateVector(Y.encodeStateVector(server.disk.mirror(teamDocumentId)))
    // What two people could make at once has an id of its own instead of its maker's, above theirs.
    return new Map([...now].filter(([id]) => !free.has(id) && id < 2 ** 32))
  }

  const wake = (before: Map<number, number> | null) => {
    const now = written()
    if (before) {
      for (const [client, clock] of now) {
        if (clock !== before.get(client)) fail(`${client} wrote on boards that rest: ${before.get(client)} to ${clock}`)
      }
      if (now.size === before.size) rests += 1
    }
    note('boards wake')
    server.rest(false)
  }
  let before: Map<number, number> | null = null
  const rest = () => {
    if (!going || server.resting) return
    note('boards rest')
    server.rest(true)
    before = null
    clock.setTimeout(() => {
      if (server.resting) before = written()
    }, settledMs)
    clock.setTimeout(
      () => {
        if (server.resting) wake(before)
        if (going) clock.setTimeout(rest, random.whole(2_000, 8_000))
      },
      settledMs + random.whole(0, 3_000),
    )
  }
  if (random.chance(0.5)) clock.setTimeout(rest, random.whole(500, 6_000))
  return {
    stop: () => {
      going = false
      if (server.resting) wake(before)
    },
    rests: () => rests,
  }
}
