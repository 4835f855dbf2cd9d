import * as Y from 'yjs'
import type { Trouble } from './simulation.ts'

/** By then what came before the boards began to rest, or before a right was taken, is on disk or lost. */
const settledMs = 1_500

/**
 * Facilitators who let the boards rest and wake them, and who take somebody out of the team. While the boards
 * rest, and from somebody who is out, nothing more may come to the disk.
 */
export function makeLocks(
  { clock, random, server, clients, note }: Trouble,
  fail: (what: string) => void,
): { stop: () => void; rests: () => number } {
  let going = true
  let rests = 0
  const written = () => new Map([...Y.decodeStateVector(Y.encodeStateVector(server.disk.mirror))])

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

  const leaver = random.chance(0.4) ? random.pick(clients.filter((client) => client.name !== 'reader')) : undefined
  let outAt: { ids: number[]; clocks: (number | undefined)[] } | null = null
  const checkOut = () => {
    const clocks = outAt?.ids.map((id) => written().get(id))
    if (outAt && JSON.stringify(clocks) !== JSON.stringify(outAt.clocks))
      fail(`${leaver?.name} writes after being put out`)
  }
  if (leaver) {
    clock.setTimeout(
      () => {
        if (!going) return
        note(`${leaver.name} is put out`)
        leaver.banned = true
        const ids = [leaver.doc.clientID]
        server.ban(leaver.name)
        clock.setTimeout(() => (outAt = { ids, clocks: ids.map((id) => written().get(id)) }), settledMs)
      },
      random.whole(2_000, 12_000),
    )
  }
  return {
    stop: () => {
      going = false
      if (server.resting) wake(before)
      checkOut()
    },
    rests: () => rests,
  }
}
