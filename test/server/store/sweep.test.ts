import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { change, decode, writtenFolder } from './damaged-folder.ts'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

const later = Number.MAX_SAFE_INTEGER

test('[ST22] after the sweep a damaged snapshot still costs nothing', async () => {
  const folder = await writtenFolder()
  const first = await openInTest(folder)
  expect(await first.store.sweep(later)).toBe(4)
  await first.close()
  change(folder, `UPDATE snapshots SET checksum = 0 WHERE document_id = 'team:a' AND sequence = 4`)
  const { store } = await openInTest(folder)
  // Now that the newest is gone, the sweep leaves what the other one needs.
  for (let time = 0; time < 2; time += 1) {
    const stored = await store.open('team:a')
    expect(decode(stored?.snapshot)).toBe('team:a until 2')
    expect(stored?.tail.map(({ sequence }) => sequence)).toEqual([3, 4, 5, 6])
    expect(await store.sweep(later)).toBe(0)
  }
})

test('[ST29] a large sweep goes in slices: edits are committed between them', async () => {
  const { store, directory } = await openInTest(temporaryFolder())
  const documents = [{ id: 'team:a', epoch: 'e', snapshot: new Uint8Array([1]) }]
  await directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
  const row = { documentId: 'team:a', epoch: 'e', update: new Uint8Array(100), sessionId: null, at: 1 }
  await Promise.all(Array.from({ length: 5_500 }, () => store.append(row)))
  await store.putSnapshot('team:a', 'e', 5_400, new Uint8Array([2]))
  await store.putSnapshot('team:a', 'e', 5_500, new Uint8Array([3]))
  let swept = false
  const sweeping = store.sweep(later).finally(() => (swept = true))
  let between = 0
  while (!swept) {
    await store.append(row)
    between += 1
  }
  expect(await sweeping).toBe(5_400)
  expect(between).toBeGreaterThan(3)
})

test('[ST29] a folder that is written, compacted and swept for long does not grow', { timeout: 60_000 }, async () => {
  const time = { now: 1 }
  const folder = temporaryFolder()
  const { store, directory } = await openInTest(folder, { clock: { ...systemClock, now: () => time.now } })
  const documents = [{ id: 'team:a', epoch: 'e', snapshot: new Uint8Array([1]) }]
  await directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })

  async function workDay(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) {
      const rows = Array.from({ length: 400 }, (_, index) => {
        const update = new Uint8Array(200)
        return store.append({ documentId: 'team:a', epoch: 'e', update, sessionId: `s${index % 6}`, at: time.now })
      })
      const sequence = Math.max(...(await Promise.all(rows)))
      await store.putSnapshot('team:a', 'e', sequence, new Uint8Array(300_000))
      time.now += 1_000
    }
    await store.sweep(time.now)
  }

  function bytes(): number {
    const db = new DatabaseSync(join(folder, 'samtavle.db'), { readOnly: true })
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
    db.close()
    return pages * 4096
  }

  for (let day = 0; day < 3; day += 1) await workDay()
  const settled = bytes()
  for (let day = 0; day < 6; day += 1) await workDay()
  expect(bytes()).toBeLessThan(settled * 1.1)
  expect(statSync(join(folder, 'samtavle.db-wal')).size).toBeLessThan(64 * 1024 * 1024)
})
