import * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'
import { movePerson, removePerson } from '../../server/networks/people.ts'
import type { Caller } from '../../server/access/caller.ts'
import type { Parts } from '../../server/access/parts.ts'
import { networkId, otherTeamId, teamDocumentId, teamId } from './cast.ts'
import type { SimClient } from './sim-client.ts'
import type { Trouble } from './trouble.ts'

/** By then what came before a right was taken is on disk or lost. */
const settledMs = 1_500

/**
 * A facilitator who takes somebody out of the team, and one who is moved to another team and perhaps back again.
 * From somebody who is out nothing more may come to the disk; whoever comes back goes on with what they had.
 */
export function makeRights(
  { clock, random, server, clients, note }: Trouble & { clients: readonly SimClient[] },
  fail: (what: string) => void,
): { settled: () => boolean } {
  let pending = 0

  /** Until it is answered: a disk may fail, a process may die before or after it is done. */
  const insist = (what: string, run: (parts: Parts, caller: Caller) => Promise<void>, done: () => void) => {
    pending += 1
    let over = false
    const finish = () => {
      if (over) return
      over = true
      pending -= 1
      note(`done: ${what}`)
      done()
    }
    const attempt = () => {
      if (over) return
      server.administer(run).then(finish, (error: unknown) => {
        // It was done before, and the answer lost.
        if (error instanceof AppError && error.code === 'notFound') finish()
      })
      clock.setTimeout(attempt, random.whole(500, 2_000))
    }
    note(what)
    attempt()
  }

  const clocksOf = ({ clientIds }: SimClient) => {
    const written = Y.decodeStateVector(Y.encodeStateVector(server.disk.mirror(teamDocumentId)))
    return clientIds.reduce((sum, id) => sum + (written.get(id) ?? 0), 0)
  }
  /** Nothing comes from somebody who is out, from a while after it is known until they are let in again. */
  const watch = (client: SimClient) => {
    let before: number | null = null
    clock.setTimeout(() => (before = clocksOf(client)), settledMs)
    return () => {
      if (before !== null && client.banned && clocksOf(client) !== before)
        fail(`${client.name} writes after being put out`)
    }
  }
  const watches: (() => void)[] = []

  const put = (client: SimClient, where: 'out' | 'other') => {
    const { personId } = client.person
    client.banned = true
    const run = (parts: Parts, caller: Caller) =>
      where === 'out'
        ? removePerson(parts, caller, { networkId, personId })
        : movePerson(parts, { networkId, personId, teamId: otherTeamId })
    insist(`${client.name} is put ${where}`, run, () => {
      const check = watch(client)
      watches.push(check)
      if (where === 'other' && random.chance(0.8))
        clock.setTimeout(() => fetch(client, check), random.whole(200, 6_000))
    })
  }
  const fetch = (client: SimClient, check: () => void) => {
    check()
    const { personId } = client.person
    const run = (parts: Parts) => movePerson(parts, { networkId, personId, teamId })
    watches.splice(watches.indexOf(check), 1)
    insist(`${client.name} is fetched back`, run, () => {
      client.banned = false
      client.reload()
      clock.setTimeout(() => client.voice.tryRefused(), 500)
    })
  }

  const may = clients.filter(({ person }) => person.role !== 'facilitator')
  const leaver = random.chance(0.4) ? random.pick(may) : undefined
  const mover = random.chance(0.4)
    ? random.pick(may.filter((one) => one !== leaver && one.person.role === 'editor'))
    : undefined
  if (leaver) clock.setTimeout(() => put(leaver, 'out'), random.whole(2_000, 12_000))
  if (mover) clock.setTimeout(() => put(mover, 'other'), random.whole(1_000, 8_000))
  return {
    settled: () => {
      for (const check of watches) check()
      return pending === 0
    },
  }
}
