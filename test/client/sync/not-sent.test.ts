import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createDocuments } from '../../../client/sync/documents.ts'
import { NotSentStore, type NotSent } from '../../../client/sync/not-sent.ts'
import { FakeClock, turns } from './fake-clock.ts'
import { FakeServer } from './fake-server.ts'

const documentId = 'team:a'

/** A page with one board open, live and saved. */
async function page(server: FakeServer, indexedDB: IDBFactory | null = null) {
  const clock = new FakeClock()
  const notSent = new NotSentStore({ factory: indexedDB, personId: 'arne' })
  const documents = createDocuments({
    keepNotSent: async (made) => notSent.add(made),
    ...{ personId: 'arne', clock, random: () => 0.5, baseUrl: 'ws://here' },
    ...{ openSocket: server.openSocket, indexedDB },
  })
  const told = vi.fn<() => void>()
  documents.subscribe(documentId, told)
  documents.acquire(documentId)
  // A device's database has turns of its own.
  await vi.waitFor(() => expect(server.sockets).toHaveLength(1))
  server.accept(clock.now())
  server.commit()
  const open = () => {
    const found = documents.get(documentId)
    if (!found) throw new Error('not open')
    return found
  }
  const write = async (text: string) => {
    open()
      .doc.getMap<Y.Map<unknown>>('goals')
      .set(text, new Y.Map([['title', new Y.Text(text)]]))
    await turns()
  }
  const goals = () => [...open().doc.getMap('goals').keys()]
  const kept = () => notSent.all.get().map(({ reason, items }) => [reason, items.flatMap(({ texts }) => texts)])
  /** What tells it is fetched only when it is needed, which takes real turns. */
  const expectKept = async (...wanted: ReturnType<typeof kept>) =>
    vi.waitFor(() => expect(kept()).toEqual(wanted), { interval: 1 })
  /** the next line after one that ended */
  const next = async (access: 'read' | 'write' = 'write') => {
    const { length } = server.sockets
    await vi.waitFor(
      async () => {
        await clock.advance(300)
        expect(server.sockets.length).toBeGreaterThan(length)
      },
      { interval: 1 },
    )
    server.accept(clock.now(), access)
    server.commit()
  }
  return { clock, documents, open, write, goals, kept, expectKept, next, told }
}

describe('[CL22] after a purge', () => {
  test('what was not sent is set aside, and the board goes on by itself with what the server has', async () => {
    const server = new FakeServer()
    const { write, goals, expectKept, next, open, documents, told } = await page(server)
    await write('sendt')
    server.commit()
    const before = open()
    await write('ikke sendt')
    told.mockClear()
    // The server writes everything anew.
    const purged = new FakeServer()
    purged.epoch = 'epoch-2'
    purged.doc.getMap('goals').set('ren', new Y.Map())
    Object.assign(server, { epoch: 'epoch-2', doc: purged.doc })
    const { length } = server.sockets
    server.socket.end(4409, 'epochChanged')
    await turns()
    expect(documents.saveStatus.get()).toMatchObject({ kind: 'saving', code: null, waiting: 0 })
    expect(open()).not.toBe(before)
    expect(open()).toMatchObject({ loaded: false })
    expect(told).toHaveBeenCalled()
    await next()
    expect(server.sockets).toHaveLength(length + 1)
    expect(server.socket.of('hello')).toMatchObject([{ epoch: '' }])
    expect(goals()).toEqual(['ren'])
    expect([...purged.doc.getMap('goals').keys()]).toEqual(['ren'])
    await expectKept(['purged', ['ikke sendt']])
    expect(documents.saveStatus.get()).toMatchObject({ kind: 'saved', waiting: 0 })
    await write('etterpå')
    server.commit()
    expect([...purged.doc.getMap('goals').keys()]).toEqual(['ren', 'etterpå'])
  })

  test('a welcome with another epoch is met in the same way; with nothing unsent nothing is set aside', async () => {
    const server = new FakeServer()
    const { goals, kept, next, clock } = await page(server)
    server.epoch = 'epoch-2'
    server.socket.end()
    await clock.advance(500)
    server.socket.open()
    server.socket.welcome('epoch-2', 'write', clock.now())
    await next()
    expect(goals()).toEqual([])
    expect(kept()).toEqual([])
  })

  test('what another tab had not sent either is set aside with it, once', async () => {
    const device = new IDBFactory()
    const server = new FakeServer()
    const one = await page(server, device)
    await vi.waitFor(async () => expect((await device.databases()).length).toBeGreaterThan(1))
    server.socket.end()
    await one.write('fra den ene')
    await one.documents.close()
    const away = new FakeServer()
    const notSent = new NotSentStore({ factory: device, personId: 'arne' })
    const two = createDocuments({
      keepNotSent: async (made) => notSent.add(made),
      ...{ personId: 'arne', clock: new FakeClock(), random: () => 0.5, baseUrl: 'ws://here' },
      ...{ openSocket: away.openSocket, indexedDB: device },
    })
    two.acquire(documentId)
    await vi.waitFor(() => expect(two.get(documentId)?.loaded).toBe(true))
    two.get(documentId)?.doc.getMap('goals').set('fra den andre', 1)
    away.socket.open()
    away.socket.end(4409, 'epochChanged')
    await vi.waitFor(() => expect(notSent.all.get()).toHaveLength(1))
    expect(
      notSent.all
        .get()[0]
        ?.items.map(({ key }) => key)
        .toSorted(),
    ).toEqual(['fra den andre', 'fra den ene'])
    await two.close()
  })
})

describe('[CL23] who may not write any more', () => {
  test('sees what was not sent; the line stays ended and nothing waits', async () => {
    const server = new FakeServer()
    const { write, expectKept, documents, clock } = await page(server)
    await write('ikke sendt')
    const { length } = server.sockets
    server.socket.end(4403, 'notAllowed')
    await expectKept(['noRight', ['ikke sendt']])
    await clock.advance(5_000)
    expect(documents.saveStatus.get()).toMatchObject({ kind: 'ended', code: 'notAllowed', waiting: 0 })
    expect(server.sockets).toHaveLength(length)
  })

  test('but may read reads on, without what was not sent; boards that only rest are another thing', async () => {
    const server = new FakeServer()
    const { write, goals, kept, expectKept, next, clock } = await page(server)
    await write('sendt')
    server.commit()
    await write('mens de hviler')
    server.socket.welcome('epoch-1', 'read', clock.now())
    server.socket.notice('boardsRest')
    await clock.advance(10_000)
    expect(kept()).toEqual([])
    expect(goals()).toEqual(['sendt', 'mens de hviler'])
    server.socket.welcome('epoch-1', 'write', clock.now())
    server.socket.sync('step1', Y.encodeStateVector(server.doc))
    server.commit()
    await write('ikke sendt')
    // The line is lost, and the next one is welcomed to read alone.
    server.socket.end()
    await clock.advance(500)
    server.accept(clock.now(), 'read')
    await clock.advance(2_500)
    await expectKept(['noRight', ['ikke sendt']])
    await next('read')
    expect(goals()).toEqual(['sendt', 'mens de hviler'])
  })
})

describe('what was not sent', () => {
  const made = (id: string, ...keys: string[]): NotSent => ({
    ...{ id, documentId, reason: 'purged', at: 1 },
    items: keys.map((key) => ({ root: 'goals', key, added: true, texts: [key] })),
  })

  test('[CL22] is there after a reload, for this person alone, until they are done with it', async () => {
    const device = new IDBFactory()
    const first = new NotSentStore({ factory: device, personId: 'arne' })
    await first.add(made('a', 'x'))
    await first.add(made('a', 'x', 'y'))
    await first.add(made('b'))
    const again = new NotSentStore({ factory: device, personId: 'arne' })
    await vi.waitFor(() => expect(again.all.get()).toHaveLength(1))
    expect(again.all.get()[0]?.items.map(({ key }) => key)).toEqual(['x', 'y'])
    const other = new NotSentStore({ factory: device, personId: 'berit' })
    await other.add(made('c', 'z'))
    expect(other.all.get().map(({ id }) => id)).toEqual(['c'])
    await again.remove('a')
    const last = new NotSentStore({ factory: device, personId: 'arne' })
    await last.remove('none')
    expect(last.all.get()).toEqual([])
  })

  test('[CL22] is kept in the page where the device keeps nothing', async () => {
    const refusing = new IDBFactory()
    refusing.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
    for (const factory of [null, refusing]) {
      const store = new NotSentStore({ factory, personId: 'arne' })
      await store.add(made('a', 'x'))
      expect(store.all.get()).toHaveLength(1)
      await store.remove('a')
      expect(store.all.get()).toEqual([])
    }
  })
})
