import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { closeCode } from '../../../shared/protocol.ts'
import { skipsShim, whyNoShim, type Fault } from '../../power/disk-shim.ts'
import { startAndFail } from '../start.ts'
import { post } from '../team-on-server.ts'
import { WireClient } from '../wire-client.ts'
import { openFaultyHall, type FaultyHall, toldThatNothingIsSaved } from './faulty-hall.ts'

// A real server, and a disk that takes its time.
vi.setConfig({ testTimeout: 90_000 })

const faults: [string, Fault][] = [
  ['syncing fails', { sync: 'EIO' }],
  ['writing fails', { write: 'EIO' }],
  ['it has become read-only', { write: 'EROFS', open: 'EROFS' }],
  ['it is full to the brim', { spaceLeft: 0 }],
  ['it is nearly full', { spaceLeft: 20_000_000 }],
]

const soon = { timeout: 20_000, interval: 10 }
const health = async (url: string) => (await fetch(`${url}/healthz`)).status

describe.skipIf(skipsShim)(`a disk that fails${whyNoShim ? ` (${whyNoShim})` : ''}`, () => {
  test('[ST70][ST71][ST72] nothing is told that is not saved; boards say so and can be read; all goes on without a restart', async () => {
    const hall = await openFaultyHall()
    const { disk, writer, watcher, server, folder, team } = hall
    for (const [what, fault] of faults) {
      hall.write()
      await hall.settled()
      const before = writer.acked
      const seen = watcher.doc.getMap('edits').size
      disk.set(fault)
      for (const client of [writer, watcher]) client.notices = []
      await vi.waitFor(async () => expect([what, await health(server.url)]).toEqual([what, 503]), soon)
      hall.write()
      await Promise.all([toldThatNothingIsSaved(writer), toldThatNothingIsSaved(watcher)])
      hall.write()
      const newcomer = hall.enter()
      await newcomer.synced
      if (what === 'it is nearly full') await letIn(hall)
      expect([what, newcomer.doc.getMap('edits').size]).toEqual([what, seen])
      expect([what, writer.acked, watcher.doc.getMap('edits').size]).toEqual([what, before, seen])
      expect([writer.closed, watcher.closed, newcomer.closed]).toEqual([null, null, null])
      disk.set({})
      await hall.settled()
      await vi.waitFor(async () => expect(await health(server.url)).toBe(200), soon)
      await vi.waitFor(() => expect(newcomer.doc.getMap('edits').size).toBe(seen + 2), soon)
      newcomer.close()
    }
    await expectOnlyDelay(hall)
    const made = writer.doc.getMap('edits').toJSON()
    await server.kill9()
    const again = await hall.restart()
    const reader = new WireClient(again.url, team.documentId, team.tokens[0] ?? '')
    await reader.synced
    expect(reader.doc.getMap('edits').toJSON()).toEqual(made)
    reader.close()
    expect(await hall.verify(folder)).toMatch(/\n6 documents, 0 damaged\n$/)
  })

  test('[ST73][ST74][ST75] what cannot be opened is refused with words, nobody writes in it, and it opens when it can', async () => {
    const hall = await openFaultyHall()
    const { team, disk, folder, writer } = hall
    const enter = (url: string) => new WireClient(url, team.documentId, team.tokens[0] ?? '')
    for (let at = 0; at < 20; at += 1) hall.write()
    await hall.settled()
    // Everything is in the database itself now.
    expect(await hall.server.stop()).toBe(0)

    disk.set({ open: 'EROFS', write: 'EROFS' })
    const { code, stderr } = await startAndFail(['--data', folder], disk.env)
    expect(code).toBe(1)
    expect(stderr).toContain("can't be written")
    expect(stderr).toMatch(/^Samtavle: [^\n]+\.\n$/)

    disk.set({})
    const unread = await hall.restart()
    disk.set({ read: 'EIO' })
    const refused = enter(unread.url)
    refused.doc.getMap('edits').set('too early', 1)
    await vi.waitFor(() => expect(refused.closed).not.toBeNull(), soon)
    expect(refused.closed).toMatchObject({ code: closeCode.tryLater })
    expect(refused.acked).toBe(0)
    disk.set({})
    const client = enter(unread.url)
    await client.synced
    expect(client.doc.getMap('edits').toJSON()).toEqual(writer.doc.getMap('edits').toJSON())
    client.doc.getMap('edits').set('last', 1)
    await vi.waitFor(() => expect(client.acked).toBe(1), soon)
    await unread.kill9()

    for (const end of ['-wal', '-shm']) await rm(join(folder, `samtavle.db${end}`))
    const server = await hall.restart()
    expect(server.stderr()).toMatch(/^Samtavle: Samtavle was not stopped in order last time[^\n]+samtavle\.db-wal/m)
    const device = enter(server.url)
    Y.applyUpdate(device.doc, Y.encodeStateAsUpdate(client.doc))
    await device.synced
    await vi.waitFor(() => expect(device.acked).toBe(device.made), soon)
    const reader = enter(server.url)
    await reader.synced
    expect(reader.doc.getMap('edits').has('last')).toBe(true)
    expect(await server.stop()).toBe(0)
    expect((await hall.restart()).stderr()).not.toContain('not stopped in order')
  })
})

/** On a full disk people still come in, in the room that it keeps free of boards. */
async function letIn({ server, team }: FaultyHall): Promise<void> {
  const joined = await post<{ role: string }>(`${server.url}/api/sessions`, { secret: team.code, name: 'Ny' })
  expect(joined.role).toBe('editor')
}

/** A disk that takes its time delays what is saved, and nothing else. */
async function expectOnlyDelay(hall: FaultyHall): Promise<void> {
  const { disk, writer, watcher, server } = hall
  for (const client of [writer, watcher]) client.notices = []
  disk.set({ syncHangs: true })
  const acked = writer.acked
  const edit = hall.write()
  const before = watcher.doc.getMap('edits').size
  expect((await fetch(`${server.url}/metrics`)).status).toBe(200)
  const later = hall.write()
  // A program that asks is answered after what was sent before it.
  await hall.heard(writer)
  await hall.heard(watcher)
  expect([writer.acked, watcher.doc.getMap('edits').size]).toEqual([acked, before])
  disk.set({})
  await hall.settled()
  expect([edit, later].every((key) => watcher.doc.getMap('edits').has(key))).toBe(true)
  expect([writer.notices, watcher.notices]).toEqual([[], []])
}
