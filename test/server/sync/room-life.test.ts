import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { AppError } from '../../../shared/errors.ts'
import { addGoal, deleteGoal } from '../../../shared/ops/goals.ts'
import { undeleteMs } from '../../../shared/schema/limits.ts'
import { versionOf } from '../../../shared/schema/migrations.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { roomsOnDisk, settle, text } from './rooms-on-disk.ts'
import { TestClient, who } from './test-client.ts'

const disk = roomsOnDisk()
const { rooms, onDisk } = disk

describe('a room', () => {
  test('[SY39] is put in the place of another for good: all are sent away and nothing of the old one comes back', async () => {
    const all = rooms()
    const mette = await new TestClient(all, { who: who('Mette') }).join()
    mette.doc.getText('t').insert(0, 'Kari Nordmann')
    mette.marker(1)
    await settle(() => expect(mette.seen.acks).toEqual([1]))
    const without = new Y.Doc()
    without.getText('t').insert(0, 'en pasient')
    mette.doc.getText('t').insert(0, 'venter ') // on its way when the purge comes
    const purge = all.replaceAll([{ documentId: 'team:a', newEpoch: 'new', make: () => without }])
    mette.doc.getText('t').insert(0, 'til sist ')
    expect((await purge).clean).toBe(true)
    expect(mette.seen.closed).toEqual({ code: 4409, reason: 'epochChanged' })
    expect(text(await onDisk())).toBe('en pasient')
    const stored = await disk.gate.store.open('team:a')
    expect(stored).toMatchObject({ epoch: 'new', tail: [] })
    const late = new TestClient(all, { who: who('Tor') })
    await late.join('e-team:a').catch(() => undefined)
    expect(late.seen.closed?.code).toBe(4409)
    const newcomer = await new TestClient(all, { who: who('Arne') }).join()
    expect(text(newcomer.doc)).toBe('en pasient')
    newcomer.doc.getText('t').insert(0, 'om ')
    await settle(async () => expect(text(await onDisk())).toBe('om en pasient'))
    await all.stop()
    expect(text(await onDisk())).toBe('om en pasient')
  })

  test('[SY39] a purge that fails changes nothing, and what waited is taken', async () => {
    const all = rooms()
    const mette = await new TestClient(all, { who: who('Mette') }).join()
    mette.doc.getText('t').insert(0, 'Kari')
    const make = () => {
      throw new Error('midt i')
    }
    await expect(all.replaceAll([{ documentId: 'team:a', newEpoch: 'new', make }])).rejects.toThrow('midt i')
    await expect(all.replaceAll([{ documentId: 'team:nobody', newEpoch: 'new', make }])).rejects.toThrow('notFound')
    mette.marker(1)
    await settle(() => expect(mette.seen.acks).toEqual([1]))
    expect(text(await onDisk())).toBe('Kari')
    expect(mette.seen.closed).toBeNull()
  })

  test('[SY39] a purge while the disk fails says so at once, and is not done later by itself', async () => {
    const all = rooms()
    const mette = await new TestClient(all, { who: who('Mette') }).join()
    disk.gate.failOpens(Number.POSITIVE_INFINITY)
    disk.gate.failNext()
    const purge = () => all.replaceAll([{ documentId: 'team:a', newEpoch: 'new', make: () => new Y.Doc() }])
    mette.doc.getText('t').insert(0, 'Kari')
    await settle(() => expect(disk.gate.asked()).toBe(1))
    await expect(purge()).rejects.toThrow('storeFailed') // it waited for the batch that failed
    await expect(purge()).rejects.toThrow('storeFailed')
    disk.gate.failOpens(0)
    mette.marker(1)
    await settle(async () => expect(text(await onDisk())).toBe('Kari'))
    expect(mette.seen.closed).toBeNull()
  })

  test('[SY15] stopping does not wait for ever for a purge that fails meanwhile', async () => {
    const all = rooms()
    const mette = await new TestClient(all, { who: who('Mette') }).join()
    let fail = (): void => undefined
    let asked = false
    disk.gate.store.purge = () =>
      new Promise((_resolve, reject) => {
        asked = true
        fail = () => reject(new AppError('storeFailed'))
      })
    const purge = all.replaceAll([{ documentId: 'team:a', newEpoch: 'new', make: () => new Y.Doc() }])
    await settle(() => expect(asked).toBe(true))
    let stopped = false
    void all.stop().then(() => (stopped = true))
    await new Promise((resolve) => setImmediate(resolve))
    fail()
    await expect(purge).rejects.toThrow('storeFailed')
    await settle(() => expect(stopped).toBe(true))
    expect(mette.seen.closed).toEqual({ code: 1012, reason: 'stopping' })
  })

  test('[SY11] is never made by asking for it', async () => {
    const all = rooms()
    const lost = new TestClient(all, { documentId: 'team:nowhere', who: who('Mette') })
    await settle(() => expect(lost.seen.closed).toEqual({ code: 4404, reason: 'notFound' }))
    expect(await disk.gate.store.open('team:nowhere')).toBeNull()
    expect(await all.read('team:nowhere', () => 1)).toBeNull()
  })

  test('[SY12] is opened once for all who ask at once, and can be opened again after a failed read', async () => {
    disk.gate.failOpens(1)
    const all = rooms()
    const first = new TestClient(all, { who: who('Mette') })
    await settle(() => expect(first.seen.closed).toEqual({ code: 1013, reason: 'storeFailed' }))
    const clients = await Promise.all(['A', 'B', 'C'].map((name) => new TestClient(all, { who: who(name) }).join()))
    clients[0]?.doc.getText('t').insert(0, 'hei')
    await settle(() => expect(clients.map((client) => text(client.doc))).toEqual(['hei', 'hei', 'hei']))
    expect(all.size).toBe(1)
  })

  test('[SY13] leaves memory after the last has left, with everything on disk, and comes back', async () => {
    const all = rooms({ idleRoomMs: 20 })
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    writer.doc.getText('t').insert(0, 'hei')
    writer.leave()
    await settle(() => expect(all.size).toBe(0))
    await settle(async () => expect((await disk.gate.store.open('team:a'))?.tail).toEqual([]))
    const back = await new TestClient(all, { who: who('Arne') }).join()
    expect(text(back.doc)).toBe('hei')
  })

  test('[SY14] makes a snapshot when its tail is long, and keeps taking edits meanwhile', async () => {
    const all = rooms({ tailRows: 10 })
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    for (let at = 0; at < 35; at += 1) {
      writer.doc.getText('t').insert(at, 'x')
      writer.marker(at + 1)
      await settle(() => expect(writer.seen.acks.at(-1)).toBe(at + 1))
    }
    await settle(async () => expect((await disk.gate.store.open('team:a'))?.tail.length).toBeLessThan(15))
    expect(text(await onDisk())).toBe('x'.repeat(35))
  })

  test('[SY15] stopping takes what is under way to the disk and tells everyone to come again', async () => {
    const all = rooms()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    writer.doc.getText('t').insert(0, 'sist')
    writer.marker(1)
    await all.stop()
    expect(writer.seen.acks).toEqual([1])
    expect(writer.seen.closed).toEqual({ code: 1012, reason: 'stopping' })
    expect(text(await onDisk())).toBe('sist')
    const late = new TestClient(all, { who: who('Arne') })
    expect(late.seen.closed?.code).toBe(1012)
  })

  test("[SY16] the server's own change is committed and relayed like any other, and a bad one harms nobody", async () => {
    const all = rooms()
    const reader = await new TestClient(all, { who: who('Mette'), access: 'read' }).join()
    await all.change('team:a', (doc) => doc.getText('t').insert(0, 'server'))
    expect(text(await onDisk())).toBe('server')
    await settle(() => expect(text(reader.doc)).toBe('server'))
    await expect(
      all.change('team:a', (doc) => {
        doc.getText('t').insert(0, 'halv ')
        throw new Error('midt i')
      }),
    ).rejects.toThrow('midt i')
    await all.change('team:a', (doc) => doc.getText('u').insert(0, 'videre'))
    expect(text(await onDisk())).toBe('server')
    expect(text(reader.doc)).toBe('server')
  })

  test('[SY46] takes a version that is not its own back also after the disk failed at that', async () => {
    const all = rooms()
    const mette = await new TestClient(all, { who: who('Mette') }).join()
    const said = versionOf(mette.doc)
    const append = disk.gate.store.append.bind(disk.gate.store)
    const failed: unknown[] = []
    disk.gate.store.append = async (change) => {
      if (change.sessionId !== null || failed.length > 0) return append(change)
      failed.push(change)
      throw new AppError('storeFailed')
    }
    mette.doc.getMap('meta').set('schemaVersion', said + 7)
    await settle(() => expect(failed).toHaveLength(1))
    await settle(async () => expect(versionOf(await onDisk())).toBe(said))
    await settle(() => expect(versionOf(mette.doc)).toBe(said))
    await all.stop()
  })

  test('[SY30] is brought up to date before anybody enters: what was deleted long ago is gone', async () => {
    const before = rooms()
    await before.change('team:a', (doc) => {
      const board = openTeamDocument(doc)
      addGoal(board, { id: 'old', title: 'Gammelt', state: 'chosen', time: 1 })
      addGoal(board, { id: 'new', title: 'Nytt', state: 'chosen', time: 1 })
      deleteGoal(board, { id: 'old', time: Date.now() - undeleteMs - 1000 })
      deleteGoal(board, { id: 'new', time: Date.now() - 1000 })
    })
    await before.stop()
    const first = await new TestClient(rooms({ tidyAgainMs: 0 }), { who: who('Mette') }).join()
    expect([...first.doc.getMap('goals').keys()]).toEqual(['new'])
    expect([...(await onDisk()).getMap('goals').keys()]).toEqual(['new'])
  })

  test('[SY30][ST70] is open to readers while the disk fails, with what was to be swept', async () => {
    const before = rooms()
    await before.change('team:a', (doc) => {
      const board = openTeamDocument(doc)
      addGoal(board, { id: 'old', title: 'Gammelt', state: 'chosen', time: 1 })
      deleteGoal(board, { id: 'old', time: Date.now() - undeleteMs - 1000 })
    })
    await before.stop()
    const all = rooms({ tidyAgainMs: 0 })
    disk.gate.shut()
    const asked = disk.gate.asked()
    const first = new TestClient(all, { who: who('Mette') })
    const joined = first.join()
    await settle(() => expect(disk.gate.asked()).toBe(asked + 1))
    expect(first.seen.updates).toBe(0)
    disk.gate.failOpens(1_000_000)
    disk.gate.failNext()
    disk.gate.open()
    await joined
    const newcomer = await new TestClient(all, { who: who('Arne') }).join()
    for (const { doc } of [first, newcomer]) expect([...doc.getMap('goals').keys()]).toEqual(['old'])
    expect(newcomer.seen.notices).toContain('storeFailed')
    disk.gate.failOpens(0)
    await settle(() => expect([...newcomer.doc.getMap('goals').keys()]).toEqual([]))
    expect([...(await onDisk()).getMap('goals').keys()]).toEqual([])
  })

  test('[SY30] is brought up to date after the disk is back, when it failed in the middle of that', async () => {
    const before = rooms()
    await before.change('team:a', (doc) => {
      const board = openTeamDocument(doc)
      addGoal(board, { id: 'old', title: 'Gammelt', state: 'chosen', time: 1 })
      deleteGoal(board, { id: 'old', time: Date.now() - undeleteMs - 1000 })
    })
    await before.stop()
    disk.gate.failNext()
    const first = await new TestClient(rooms({ tidyAgainMs: 0 }), { who: who('Mette') }).join()
    await settle(() => expect(first.doc.getMap('goals').size).toBe(0))
    await settle(async () => expect((await onDisk()).getMap('goals').size).toBe(0))
  })
})
