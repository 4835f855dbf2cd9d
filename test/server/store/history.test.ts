import { expect, test } from 'vitest'
import type { HistoryEntry } from '../../../server/store/store.ts'
import { addNetwork, bytes, directoryInTest, joinAs, newSecret, newTeam } from './directory-in-test.ts'

const minute = 60_000

/** Team a, with Kari and Ola in it, each with a session; Kari has another on her phone. */
async function start() {
  const { directory, store } = await directoryInTest()
  await addNetwork(directory, 'n')
  await directory.addSecret(newSecret('link'))
  await directory.createTeams({ networkId: 'n', at: 1, teams: [newTeam('a')] })
  for (const id of ['kari', 'ola']) await joinAs(directory, id, 'link', { teamIds: ['a'] })
  const session = { personId: 'kari', networkId: 'n', createdAt: 1, expiresAt: 2_000 }
  await directory.addSession({ ...session, id: 'phone', tokenHash: bytes('phone') })
  const write = (sessionId: string | null, at: number) =>
    store.append({ documentId: 'team:a', epoch: 'e', update: bytes('x'), sessionId, at })
  return { directory, store, write }
}

function line({ at, personId, name, changes }: HistoryEntry): string {
  return `${at / minute} ${personId} ${name} ${changes}`
}

test('[ST28] who changed a document and when: a person once a minute, whatever they used', async () => {
  const { directory, store, write } = await start()
  for (const at of [0, 1, 2]) await write('session of kari', 5 * minute + at)
  await write('phone', 5 * minute + 9)
  await write('session of ola', 5 * minute + 10)
  await write(null, 6 * minute)
  await write('a session that nobody knows', 6 * minute + 1)
  await write('session of ola', 7 * minute)
  await directory.endSession('session of ola')
  await directory.removePerson({ personId: 'ola', networkId: 'n', at: 9 })
  const whole = ['7 ola Name of ola 1', '6 null null 2', '5 ola Name of ola 1', '5 kari Name of kari 4']
  const read = async (personId?: string) =>
    (await store.history('team:a', { from: 0, to: 99 * minute, ...(personId && { personId }) })).entries.map(line)
  expect(await read()).toEqual(whole)
  expect(await read('ola')).toEqual([whole[0], whole[2]])
  expect(await read('nobody')).toEqual([])

  // Half of it as rows and half as what the sweep kept: the same.
  await store.putSnapshot('team:a', 'e', 4, bytes('x'))
  await store.putSnapshot('team:a', 'e', 8, bytes('x'))
  expect(await store.sweep(9_999)).toBe(4)
  expect(await read()).toEqual(whole)
})

test('[ST28] a long history comes in pages, with nothing twice and nothing left out', async () => {
  const { store, write } = await start()
  const writes: Promise<number>[] = []
  for (let at = 0; at < 300; at += 1) {
    writes.push(write('session of kari', at * minute), write('session of ola', at * minute), write(null, at * minute))
  }
  await Promise.all(writes)
  const all: HistoryEntry[] = []
  let pages = 0
  for (let more = true; more; pages += 1) {
    const last = all.at(-1)
    const page = await store.history('team:a', { from: 0, to: 300 * minute, ...(last && { before: last }) })
    all.push(...page.entries)
    more = page.more
  }
  expect(pages).toBe(5)
  expect(all).toHaveLength(900)
  expect(new Set(all.map(line)).size).toBe(900)
})
