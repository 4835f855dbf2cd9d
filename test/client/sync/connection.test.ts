import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { protocolVersion } from '../../../shared/protocol.ts'
import { client, live } from './client.ts'
import { turns } from './fake-clock.ts'

describe('[CL1] coming in', () => {
  test('says hello first, then asks for what it lacks', () => {
    const { server, connection } = client({ knownEpoch: 'epoch-1' })
    connection.start()
    server.socket.open()
    expect(server.socket.heard.map((message) => message.type)).toEqual(['hello', 'step1'])
    expect(server.socket.of('hello')[0]).toMatchObject({ version: protocolVersion, epoch: 'epoch-1' })
  })

  test('is live with the welcome, and synced with the content', () => {
    const { server, connection, state, clock, doc } = client()
    server.doc.getMap('m').set('from', 'server')
    connection.start()
    expect(state()).toMatchObject({ phase: 'connecting', access: null, synced: false })
    server.socket.open()
    server.socket.welcome('epoch-1', 'read', clock.now())
    expect(state()).toMatchObject({ phase: 'live', access: 'read', synced: false })
    server.socket.sync('step2', Y.encodeStateAsUpdate(server.doc))
    expect(state()).toMatchObject({ synced: true })
    expect(doc.getMap('m').get('from')).toBe('server')
  })

  test('names the epoch once, the first time it hears it', async () => {
    const onEpoch = vi.fn()
    const { server, clock } = live({ onEpoch })
    server.socket.end()
    await clock.advance(1_000)
    server.accept(clock.now())
    expect(onEpoch.mock.calls).toEqual([['epoch-1']])
    expect(server.socket.of('hello')[0]?.epoch).toBe('epoch-1')
  })

  test('measures the server’s clock', () => {
    const onServerTime = vi.fn()
    const { server, clock, connection } = client({ onServerTime })
    connection.start()
    server.socket.open()
    server.socket.welcome('epoch-1', 'read', clock.now() + 5_000)
    expect(onServerTime).toHaveBeenCalledWith(clock.now() + 5_000, 0)
  })
})

describe('[CL2] what waits is what is not acknowledged', () => {
  test('a change waits until its own marker is answered', async () => {
    const { server, state, put } = live()
    expect(state().waiting).toBe(0)
    put('a', 1)
    expect(state().waiting).toBe(1)
    await turns()
    const first = server.socket.marker
    put('b', 2)
    await turns()
    expect(state().waiting).toBe(2)
    server.socket.ack(first)
    expect(state().waiting).toBe(1)
    server.commit()
    expect(state().waiting).toBe(0)
    expect(server.doc.getMap('m').toJSON()).toEqual({ a: 1, b: 2 })
  })

  test('updates of one turn go as one frame with one marker, and count as one change', async () => {
    const { server, state, put } = live()
    const before = server.socket.heard.length
    put('a', 1)
    put('b', 2)
    put('c', 3)
    await turns()
    expect(server.socket.heard.slice(before).map((message) => message.type)).toEqual(['update', 'marker'])
    expect(state().waiting).toBe(1)
    server.commit()
    expect(server.doc.getMap('m').toJSON()).toEqual({ a: 1, b: 2, c: 3 })
  })

  test('a stretch of typing in one text is one change; another text is another', async () => {
    const { doc, state } = client()
    const type = async (name: string, text: string) => {
      for (const letter of text) {
        doc.getText(name).insert(doc.getText(name).length, letter)
        await turns()
      }
    }
    await type('one', 'Bedre')
    expect(state().waiting).toBe(1)
    await type('two', 'hjemreise')
    expect(state().waiting).toBe(2)
    await type('one', ' enn før')
    expect(state().waiting).toBe(3)
  })

  test('what came from the server is not counted', () => {
    const { server, state, doc } = live()
    const other = new Y.Doc()
    other.getMap('m').set('theirs', true)
    server.socket.sync('update', Y.encodeStateAsUpdate(other))
    expect(doc.getMap('m').get('theirs')).toBe(true)
    expect(state().waiting).toBe(0)
  })

  test('nothing is sent before the server has said what it has', async () => {
    const { server, connection, put, clock } = client()
    connection.start()
    server.socket.open()
    server.socket.welcome('epoch-1', 'write', clock.now())
    put('early', 1)
    await turns()
    expect(server.socket.of('update')).toEqual([])
    server.socket.sync('step1', Y.encodeStateVector(server.doc))
    server.commit()
    expect(server.doc.getMap('m').get('early')).toBe(1)
  })

  test('a reader’s changes are kept and not sent', async () => {
    const { server, connection, put, clock, state } = client()
    connection.start()
    server.accept(clock.now(), 'read')
    put('mine', 1)
    await turns()
    expect(server.socket.of('update')).toEqual([])
    expect(state()).toMatchObject({ access: 'read', waiting: 1 })
  })

  test('an answer to a marker from before the server asked again does not count', async () => {
    const { server, state, put } = live()
    put('a', 1)
    await turns()
    const early = server.socket.marker
    server.socket.sync('step1', Y.encodeStateVector(server.doc)) // it could not take the update, and asks again
    server.socket.ack(early)
    expect(state().waiting).toBe(1)
    server.commit()
    expect(state().waiting).toBe(0)
  })

  test('a server that asks for ever is not answered for ever, and the person is told', () => {
    const { server, put, state } = live()
    put('a', 1)
    const before = server.socket.of('step2').length
    for (let ask = 0; ask < 50; ask += 1) server.socket.sync('step1', Y.encodeStateVector(server.doc))
    expect(server.socket.of('step2').length - before).toBeLessThan(10)
    expect(state()).toMatchObject({ waiting: 1, refused: 'missingParts' })
  })

  test('if the server never answers, both sides compare again', async () => {
    const { server, clock, state, put } = live()
    put('a', 1)
    const asked = server.socket.of('step1').length
    for (let second = 0; second < 16; second += 1) {
      await clock.advance(1_000)
      server.socket.pongs(clock.now())
    }
    expect(state().phase).toBe('live')
    expect(server.socket.of('step1').length).toBe(asked + 1)
  })

  test('going on writing does not put that off', async () => {
    const { server, clock, put } = live()
    const asked = server.socket.of('step1').length
    for (let second = 0; second < 16; second += 1) {
      put('a', second)
      await clock.advance(1_000)
      server.socket.pongs(clock.now())
    }
    expect(server.socket.of('step1').length).toBe(asked + 1)
  })
})

describe('[CL5] told to stop', () => {
  test.each([
    [4401, 'notSignedIn', 'notSignedIn'],
    [4410, 'gatheringChanged', 'gatheringChanged'],
    [4403, '', 'notAllowed'],
    [4499, 'nonsense', 'internal'],
  ])('close code %d with reason «%s» ends it as %s', async (code, reason, expected) => {
    const { clock, server, state } = live()
    server.socket.end(code, reason)
    expect(state()).toMatchObject({ phase: 'ended', code: expected })
    await clock.advance(60_000)
    expect(server.sockets).toHaveLength(1)
  })

  test('any other code means: try again', async () => {
    const { clock, server } = live()
    for (const code of [1000, 1001, 1006, 1012, 1013, 4008]) {
      const before = server.sockets.length
      server.socket.end(code, 'x')
      await clock.advance(10_000)
      expect(server.sockets.length).toBeGreaterThan(before)
      server.accept(clock.now())
    }
  })
})

describe('[CL6] another epoch', () => {
  test('nothing of it is merged, and nothing of ours is sent', () => {
    const { server, connection, state, put, doc, clock } = client({ knownEpoch: 'older' })
    put('mine', 1)
    server.doc.getMap('m').set('theirs', 1)
    connection.start()
    const socket = server.accept(clock.now())
    expect(state()).toMatchObject({ phase: 'ended', code: 'epochChanged', waiting: 1 })
    expect(doc.getMap('m').toJSON()).toEqual({ mine: 1 })
    expect(socket.of('step2')).toEqual([])
    expect(socket.of('update')).toEqual([])
  })

  test('content that comes before the welcome is not applied', () => {
    const { server, connection, doc } = client()
    server.doc.getMap('m').set('theirs', 1)
    connection.start()
    server.socket.open()
    server.socket.sync('step2', Y.encodeStateAsUpdate(server.doc))
    expect(doc.getMap('m').toJSON()).toEqual({})
  })
})

describe('[CL7] not taken', () => {
  test('a notice is told, and goes when all is in order again', async () => {
    const { server, state, put } = live()
    put('a', 1)
    await turns()
    const early = server.socket.marker
    server.socket.notice('storeFailed')
    expect(state()).toMatchObject({ refused: 'storeFailed', waiting: 1, phase: 'live' })
    server.socket.ack(early)
    expect(state().waiting).toBe(1)
    put('b', 2)
    await turns()
    server.socket.sync('step1', Y.encodeStateVector(server.doc)) // the disk is back
    server.commit()
    expect(state()).toMatchObject({ refused: null, waiting: 0 })
    expect(server.doc.getMap('m').toJSON()).toEqual({ a: 1, b: 2 })
  })

  test('who may only read is told as well, until others’ changes come again', () => {
    const { server, state, connection, clock } = client()
    connection.start()
    server.accept(clock.now(), 'read')
    server.socket.sync('step2', Y.encodeStateAsUpdate(server.doc))
    server.socket.notice('storeFailed')
    expect(state()).toMatchObject({ refused: 'storeFailed', access: 'read' })
    server.socket.sync('update', Y.encodeStateAsUpdate(server.doc))
    expect(state().refused).toBeNull()
  })

  test('what is larger than a frame is taken back and told; the rest is saved', async () => {
    const { server, state, doc, put, connection } = live()
    doc.transact(() => doc.getText('t').insert(0, 'før '))
    doc.transact(() => doc.getText('t').insert(4, 'x'.repeat(1_100_000)))
    await turns()
    expect(state().refused).toBe('frameTooLarge')
    expect(doc.getText('t').length).toBe(4)
    put('after', 1)
    await turns()
    server.commit()
    expect(state()).toMatchObject({ waiting: 0, refused: 'frameTooLarge' })
    expect(Math.max(...server.socket.sizes)).toBeLessThan(1_000_000)
    expect(server.doc.getText('t').toString()).toBe('før ')
    expect(server.doc.getMap('m').get('after')).toBe(1)
    connection.dismissRefused()
    expect(state().refused).toBeNull()
  })

  test('it is taken back without a net too', async () => {
    const { server, state, doc, connection, clock } = client()
    doc.transact(() => doc.getText('t').insert(0, 'x'.repeat(1_100_000)))
    await turns()
    expect(doc.getText('t').length).toBe(0)
    expect(state().refused).toBe('frameTooLarge')
    connection.start()
    server.accept(clock.now())
    server.commit()
    expect(state().waiting).toBe(0)
    expect(Math.max(...server.socket.sizes)).toBeLessThan(1_000_000)
  })

  test('much unsent work goes in several frames', async () => {
    const { server, state, doc, connection, clock } = client()
    for (let part = 0; part < 5; part += 1) {
      doc.transact(() => doc.getMap('m').set(`k${part}`, 'y'.repeat(300_000)))
      await turns()
    }
    connection.start()
    server.accept(clock.now())
    server.commit()
    expect(Math.max(...server.socket.sizes)).toBeLessThan(1_000_000)
    expect(state()).toMatchObject({ waiting: 0, refused: null })
    expect(server.doc.getMap('m').size).toBe(5)
  })
})
