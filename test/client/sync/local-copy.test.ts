import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createDocuments, type Documents } from '../../../client/sync/documents.ts'
import { LocalChanges, serverOrigin } from '../../../client/sync/local-changes.ts'
import { LocalCopy } from '../../../client/sync/local-copy.ts'
import { NotSentStore } from '../../../client/sync/not-sent.ts'
import { copyName } from '../../../client/sync/copy-database.ts'
import { requested } from '../../../client/sync/idb.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeServer } from './fake-server.ts'

const documentId = 'team:a'

/** One visit to the page: a fresh document, the same device. */
function visit(device: IDBFactory | null, server: FakeServer, personId = 'arne') {
  const clock = new FakeClock()
  const notSent = new NotSentStore({ factory: device, personId })
  const documents = createDocuments({
    keepNotSent: async (made) => notSent.add(made),
    personId,
    clock,
    random: () => 0.5,
    baseUrl: 'ws://here',
    openSocket: server.openSocket,
    indexedDB: device,
  })
  documents.acquire(documentId)
  const open = () => {
    const found = documents.get(documentId)
    if (!found) throw new Error('not open')
    return found
  }
  const put = (key: string, value: unknown) => open().doc.getMap('m').set(key, value)
  const read = () => open().doc.getMap('m').toJSON()
  return { documents, notSent, clock, open, put, read }
}

/** Waits for a condition that IndexedDB, which has real turns of its own, brings about. */
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { interval: 1 })

/** The page goes away. Nothing is told to the server; what is on the device is on the device. */
async function leave({ documents }: { documents: Documents }, server: FakeServer) {
  const { length } = server.sockets
  await documents.close()
  server.sockets.length = length
}

async function firstVisit(device: IDBFactory, server: FakeServer, personId = 'arne') {
  const opened = server.sockets.length
  const page = visit(device, server, personId)
  await until(() => server.sockets.length > opened)
  server.accept(page.clock.now())
  server.commit()
  return page
}

describe('[CL8] unsent changes survive a reload', () => {
  test('they are there, they are counted, and they are sent when the server is reached', async () => {
    const device = new IDBFactory()
    const server = new FakeServer()
    server.doc.getMap('m').set('board', 'theirs')
    const before = await firstVisit(device, server)
    server.socket.end()
    before.put('goal', 'mine')
    await Promise.resolve()
    before.put('goal2', 'mine too')
    await leave(before, server)

    const away = new FakeServer()
    const page = visit(device, away)
    await until(() => away.sockets.length > 0) // no answer: there is no net
    expect(page.open().loaded).toBe(true)
    expect(page.read()).toEqual({ board: 'theirs', goal: 'mine', goal2: 'mine too' })
    expect(page.documents.saveStatus.get()).toMatchObject({ waiting: 2, localCopy: true })
    await page.clock.advance(5_000)
    expect(page.documents.saveStatus.get()).toMatchObject({ kind: 'offline', waiting: 2 })
    await leave(page, away)

    const back = visit(device, server)
    const opened = server.sockets.length
    await until(() => server.sockets.length > opened)
    server.accept(back.clock.now())
    server.commit()
    expect(server.doc.getMap('m').toJSON()).toEqual({ board: 'theirs', goal: 'mine', goal2: 'mine too' })
    expect(back.documents.saveStatus.get()).toMatchObject({ kind: 'saved', waiting: 0 })
    await leave(back, server)

    const after = visit(device, new FakeServer())
    await until(() => after.open().loaded)
    expect(after.documents.saveStatus.get().waiting).toBe(0)
    await leave(after, server)
  })

  test('what is made before the copy has been read is kept and numbered after it', async () => {
    const device = new IDBFactory()
    const server = new FakeServer()
    const before = await firstVisit(device, server)
    server.socket.end()
    before.put('old', 1)
    await leave(before, server)

    const page = visit(device, server)
    page.put('early', 2)
    const opened = server.sockets.length
    await until(() => server.sockets.length > opened)
    expect(page.documents.saveStatus.get().waiting).toBe(2)
    server.accept(page.clock.now())
    server.commit()
    expect(page.documents.saveStatus.get().waiting).toBe(0)
    expect(server.doc.getMap('m').toJSON()).toEqual({ old: 1, early: 2 })
    await leave(page, server)
  })

  test('another tab’s unsent change is sent by whichever tab gets through', async () => {
    const device = new IDBFactory()
    const server = new FakeServer()
    const one = await firstVisit(device, server)
    server.socket.end()
    one.put('from one', 1)
    await one.documents.close()

    const two = await firstVisit(device, server)
    expect(server.doc.getMap('m').toJSON()).toEqual({ 'from one': 1 })
    expect(two.documents.saveStatus.get().waiting).toBe(0)
    await leave(two, server)
  })
})

describe('[CL9] whose copy it is', () => {
  test('what A has not sent is never shown to B, counted for B or sent by B', async () => {
    const device = new IDBFactory()
    const server = new FakeServer()
    const arne = await firstVisit(device, server, 'arne')
    server.socket.end()
    arne.put('secret', 'Arne’s')
    await leave(arne, server)

    const berit = await firstVisit(device, server, 'berit')
    expect(berit.read()).toEqual({})
    expect(berit.documents.saveStatus.get()).toMatchObject({ kind: 'saved', waiting: 0 })
    expect(server.doc.getMap('m').toJSON()).toEqual({})
    await leave(berit, server)

    const again = await firstVisit(device, server, 'arne')
    expect(server.doc.getMap('m').toJSON()).toEqual({ secret: 'Arne’s' })
    await leave(again, server)
  })

  test('after a purge nothing of the old copy is merged, and it is removed; the board goes on with what the server has', async () => {
    const device = new IDBFactory()
    const server = new FakeServer()
    const before = await firstVisit(device, server)
    server.socket.end()
    before.put('purged', 'a name')
    await leave(before, server)

    server.epoch = 'epoch-2'
    const page = visit(device, server)
    const opened = server.sockets.length
    await until(() => server.sockets.length > opened)
    server.accept(page.clock.now())
    expect(server.socket.of('step2')).toEqual([])
    await until(() => page.notSent.all.get().length > 0)
    expect(page.notSent.all.get()).toMatchObject([
      { documentId, reason: 'purged', items: [{ root: 'm', key: 'purged', added: true, texts: [] }] },
    ])
    await vi.waitFor(async () => {
      await page.clock.advance(1_000)
      expect(server.sockets.length).toBeGreaterThan(opened + 1)
    })
    server.accept(page.clock.now())
    server.commit()
    expect(page.read()).toEqual({})
    expect(server.doc.getMap('m').toJSON()).toEqual({})
    expect(page.documents.saveStatus.get()).toMatchObject({ kind: 'saved', waiting: 0 })
    await leave(page, server)

    const next = await firstVisit(device, server)
    expect(next.read()).toEqual({})
    expect(next.documents.saveStatus.get()).toMatchObject({ kind: 'saved', waiting: 0 })
    expect(next.notSent.all.get()).toHaveLength(1)
    const names = (await device.databases()).map((database) => database.name)
    expect(names).not.toContain(copyName('arne', documentId, 'epoch-1'))
    expect(names).toContain(copyName('arne', documentId, 'epoch-2'))
    await leave(next, server)
  })

  test('an old copy with nothing unsent in it is removed', async () => {
    const device = new IDBFactory()
    const server = new FakeServer()
    await leave(await firstVisit(device, server), server)
    server.epoch = 'epoch-2'
    const page = visit(device, server)
    const opened = server.sockets.length
    await until(() => server.sockets.length > opened)
    server.accept(page.clock.now())
    await vi.waitFor(async () => {
      const names = (await device.databases()).map((database) => database.name)
      expect(names).not.toContain(copyName('arne', documentId, 'epoch-1'))
    })
    await leave(page, server)
  })
})

describe('[CL10] without a database', () => {
  test('it works, and says that there is no copy', async () => {
    const server = new FakeServer()
    const page = visit(null, server)
    await until(() => server.sockets.length > 0)
    server.accept(page.clock.now())
    page.put('a', 1)
    await Promise.resolve()
    server.commit()
    expect(page.documents.saveStatus.get()).toMatchObject({ kind: 'saved', localCopy: false })
    await leave(page, server)
  })

  test('one that will not open, or answers nothing, is done without', async () => {
    const refusing = new IDBFactory()
    refusing.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const silent = new IDBFactory()
    silent.open = () => ({}) as IDBOpenDBRequest
    for (const device of [refusing, silent]) {
      const server = new FakeServer()
      const page = visit(device, server)
      await page.clock.advance(3_100)
      await until(() => server.sockets.length > 0)
      server.accept(page.clock.now())
      expect(page.documents.saveStatus.get()).toMatchObject({ localCopy: false })
      expect(page.open().loaded).toBe(true)
      await leave(page, server)
    }
  })

  test('a full disk ends the copy, not the work', async () => {
    const device = new IDBFactory()
    const server = new FakeServer()
    const page = await firstVisit(device, server)
    page.put('a', 1)
    await Promise.resolve()
    server.commit()
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    page.put('b', 2)
    await until(() => !page.documents.saveStatus.get().localCopy)
    full.mockRestore()
    server.commit()
    expect(page.documents.saveStatus.get()).toMatchObject({ kind: 'saved', waiting: 0, localCopy: false })
    expect(server.doc.getMap('m').toJSON()).toEqual({ a: 1, b: 2 })
    await leave(page, server)
  })
})

describe('[CL11] the copy stays small', () => {
  test('many updates become one row, and nothing is lost', async () => {
    const device = new IDBFactory()
    const clock = new FakeClock()
    const open = () => {
      const doc = new Y.Doc()
      const changes = new LocalChanges(doc)
      return { doc, changes, copy: new LocalCopy({ factory: device, personId: 'p', documentId, doc, changes, clock }) }
    }
    const one = open()
    await one.copy.load()
    one.copy.begin('e')
    await one.copy.settled()
    const source = new Y.Doc()
    source.on('update', (update: Uint8Array) => Y.applyUpdate(one.doc, update, serverOrigin))
    for (let index = 0; index < 450; index += 1) {
      source.getMap('m').set(`k${index % 40}`, index)
      if (index % 50 === 0) await clock.advance(1_000)
    }
    one.doc.getMap('m').set('unsent', true)
    await one.copy.close()

    const request = device.open(copyName('p', documentId, 'e'))
    const database = await requested(request)
    const rows = await requested(database.transaction('updates').objectStore('updates').count())
    database.close()
    expect(rows).toBeLessThan(200)

    const two = open()
    expect(await two.copy.load()).toEqual({ epoch: 'e', found: true })
    expect(two.doc.getMap('m').toJSON()).toEqual({ ...source.getMap('m').toJSON(), unsent: true })
    expect(two.changes.waiting).toBe(1)
    await two.copy.close()
  })
})
