import { describe, expect, test } from 'vitest'
import { serverLimits } from '../../../server/limits.ts'
import * as Y from 'yjs'
import { messageType, protocolVersion, syncType } from '../../../shared/protocol.ts'
import { roomsOnDisk, settle, text } from './rooms-on-disk.ts'
import { message, TestClient, who } from './test-client.ts'

const disk = roomsOnDisk()
const { rooms, onDisk } = disk

/** A change by nobody's Y.Doc in particular. */
function another(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('annet').insert(0, 'annet')
  return Y.encodeStateAsUpdate(doc)
}

describe('committing', () => {
  test('[SY1] nobody sees a change and nobody is acknowledged before it is on disk', async () => {
    const all = rooms()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    const reader = await new TestClient(all, { who: who('Arne') }).join()
    disk.gate.shut()
    const asked = disk.gate.asked()
    writer.doc.getText('t').insert(0, 'Kari')
    writer.marker(1)
    await settle(() => expect(disk.gate.asked()).toBe(asked + 1))
    expect(text(reader.doc)).toBe('')
    expect(writer.seen.acks).toEqual([])
    disk.gate.open()
    await settle(() => expect(writer.seen.acks).toEqual([1]))
    expect(text(reader.doc)).toBe('Kari')
    expect(text(await onDisk())).toBe('Kari')
  })

  test('[SY2] a newcomer is never shown what is not yet on disk', async () => {
    const all = rooms()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    disk.gate.shut()
    const asked = disk.gate.asked()
    writer.doc.getText('t').insert(0, 'Kari')
    await settle(() => expect(disk.gate.asked()).toBe(asked + 1))
    const newcomer = new TestClient(all, { who: who('Tor') })
    newcomer.send(message(messageType.sync, syncType.step1, Y.encodeStateVector(newcomer.doc)))
    disk.gate.failNext()
    disk.gate.open()
    await settle(() => expect(newcomer.seen.updates).toBeGreaterThan(0))
    const first = newcomer.seen.updates
    expect(first).toBeGreaterThan(0)
    await settle(() => expect(text(newcomer.doc)).toBe('Kari')) // the writer sends it again
  })

  test('[SY3] after a failed commit nothing is acknowledged; the writer is told, asked again and nothing is lost', async () => {
    const all = rooms()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    const reader = await new TestClient(all, { who: who('Arne') }).join()
    disk.gate.failNext()
    writer.doc.getText('t').insert(0, 'Kari')
    writer.marker(1)
    await settle(() => expect(writer.seen.notices).toContain('storeFailed'))
    expect(writer.seen.acks).toEqual([])
    expect(writer.seen.closed).toBeNull()
    await settle(() => expect(text(reader.doc)).toBe('Kari'))
    writer.marker(2)
    await settle(() => expect(writer.seen.acks).toEqual([2]))
    expect(text(await onDisk())).toBe('Kari')
  })

  test('[SY3] edits that come while the room is being read again are kept', async () => {
    const all = rooms()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    disk.gate.failOpens(3)
    disk.gate.failNext()
    writer.doc.getText('t').insert(0, 'Kari')
    await settle(() => expect(writer.seen.notices).toContain('storeFailed'))
    writer.doc.getText('t').insert(4, ' og Ola')
    const newcomer = await new TestClient(all, { who: who('Tor') }).join()
    await settle(() => expect(text(newcomer.doc)).toBe('Kari og Ola'))
    await settle(async () => expect(text(await onDisk())).toBe('Kari og Ola'))
  })

  test('[SY3] [SY32] what a failed commit lost while the boards began to rest is asked for when they wake', async () => {
    const all = rooms()
    let resting = false
    all.restWhile(() => resting)
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    const reader = await new TestClient(all, { access: 'read', who: who('Arne') }).join()
    writer.answering = false
    const heard = reader.seen.updates
    disk.gate.failNext()
    writer.doc.getText('t').insert(0, 'Kari')
    resting = true
    all.restAnew()
    await settle(() => expect(writer.seen.notices).toContain('storeFailed'))
    await settle(() => expect(reader.seen.updates).toBeGreaterThan(heard)) // the room has been read again
    const asked = writer.seen.step1
    resting = false
    all.restAnew()
    writer.marker(1)
    await settle(() => expect(writer.seen.step1).toBeGreaterThan(asked))
    await all.change('team:a', (doc) => doc.getMap('m').set('later', 1)) // the marker's batch is over
    expect(writer.seen.acks).toEqual([])
    writer.send(message(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(writer.doc)))
    writer.marker(1)
    await settle(() => expect(writer.seen.acks).toEqual([1]))
    expect(text(await onDisk())).toBe('Kari')
  })

  test('[SY4] a change that builds on one that never came is not acknowledged, and is asked for', async () => {
    const all = rooms()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    writer.sending = false
    writer.doc.getText('t').insert(0, 'Ka')
    writer.sending = true
    const asked = writer.seen.step1
    writer.answering = false
    writer.doc.getText('t').insert(2, 'ri')
    writer.marker(2)
    await settle(() => expect(writer.seen.step1).toBe(asked + 1))
    // Another batch, and a change that is whole by itself, make no difference.
    writer.marker(2)
    writer.send(message(messageType.sync, syncType.update, another()))
    writer.marker(2)
    await settle(async () => expect((await onDisk()).getText('annet').toString()).toBe('annet'))
    expect(writer.seen.acks).toEqual([])
    expect(text(await onDisk())).toBe('')
    writer.send(message(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(writer.doc)))
    writer.marker(2)
    await settle(() => expect(writer.seen.acks).toEqual([2]))
    expect(text(await onDisk())).toBe('Kari')
  })

  test('[SY5] each row on disk has one author', async () => {
    const all = rooms()
    const [mette, arne] = await Promise.all(
      ['Mette', 'Arne'].map((name) => new TestClient(all, { who: who(name) }).join()),
    )
    mette?.doc.getText('t').insert(0, 'a')
    arne?.doc.getText('u').insert(0, 'b')
    mette?.marker(1)
    arne?.marker(1)
    await settle(() => expect([mette?.seen.acks, arne?.seen.acks]).toEqual([[1], [1]]))
    const stored = await disk.gate.store.open('team:a')
    expect(stored?.tail.map((row) => row.sessionId).sort()).toEqual(['s-Arne', 's-Mette'])
  })
})

describe('bad input', () => {
  const deep = (levels: number): Uint8Array => {
    const doc = new Y.Doc()
    doc.transact(() => {
      let map = doc.getMap('deep')
      for (let level = 0; level < levels; level += 1) {
        const inner = new Y.Map()
        map.set('c', inner)
        map = inner as Y.Map<unknown>
      }
    })
    return Y.encodeStateAsUpdate(doc)
  }
  const nestedValue = (levels: number): Uint8Array => {
    const doc = new Y.Doc()
    let value: unknown = 1
    for (let level = 0; level < levels; level += 1) value = [value]
    doc.getMap('plain').set('k', value)
    return Y.encodeStateAsUpdate(doc)
  }
  const subdocument = (): Uint8Array => {
    const doc = new Y.Doc()
    doc.getMap('sub').set('d', new Y.Doc())
    return Y.encodeStateAsUpdate(doc)
  }
  const sync = (update: Uint8Array) => message(messageType.sync, syncType.update, update)
  const cases: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(), 'malformed'],
    ['an unknown type', message(77), 'malformed'],
    ['a type cut off', Uint8Array.of(0x80), 'malformed'],
    ['a length past the frame', Uint8Array.of(0, 2, 200, 1), 'malformed'],
    ['a huge length', Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0xff, 0x07), 'malformed'],
    ['an update of random bytes', sync(Uint8Array.from({ length: 300 }, (_, at) => (at * 151) % 256)), 'malformed'],
    ['a state vector that is none', message(0, 0, Uint8Array.of(5, 1)), 'malformed'],
    ['two messages in one frame', Uint8Array.of(3, 3), 'malformed'],
    ['awareness of 2^31 clients', message(1, Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x07)), 'malformed'],
    ['awareness that is no JSON', message(1, message(1, 5, 1, '{')), 'malformed'],
    ['shared types nested 200 deep', sync(deep(200)), 'tooDeep'],
    ['a plain value nested 200 deep', sync(nestedValue(200)), 'tooDeep'],
    ['a subdocument', sync(subdocument()), 'tooDeep'],
    ['a frame above the limit', new Uint8Array(serverLimits.frameBytes + 1), 'frameTooLarge'],
    ['an old protocol', message(messageType.hello, protocolVersion - 1, ''), 'protocolTooOld'],
    ['another epoch', message(messageType.hello, protocolVersion, 'older'), 'epochChanged'],
  ]
  test.each(cases)('[SY6] %s ends its sender with a code, and nobody else notices', async (_, bytes, code) => {
    const all = rooms()
    const good = await new TestClient(all, { who: who('Mette') }).join()
    const other = await new TestClient(all, { who: who('Arne') }).join()
    const bad = await new TestClient(all, { who: who('Vond') }).join()
    good.doc.getText('t').insert(0, 'før ')
    bad.send(bytes)
    good.doc.getText('t').insert(4, 'etter')
    good.marker(2)
    await settle(() => expect(bad.seen.closed?.reason).toBe(code))
    await settle(() => expect(good.seen.acks).toEqual([2]))
    await settle(() => expect(text(other.doc)).toBe('før etter'))
    expect(other.doc.getMap('deep').size + other.doc.getMap('plain').size + other.doc.getMap('sub').size).toBe(0)
    const disk = await onDisk()
    expect(text(disk)).toBe('før etter')
    expect(disk.getMap('deep').size).toBe(0)
    const late = await new TestClient(all, { who: who('Tor') }).join()
    expect(text(late.doc)).toBe('før etter')
  })

  test('[SY35] a batch of two authors is two rows and one message to everyone; a lone author does not hear their own', async () => {
    const all = rooms()
    const mette = await new TestClient(all, { who: who('Mette') }).join()
    const tor = await new TestClient(all, { who: who('Tor') }).join()
    const reader = await new TestClient(all, { who: who('Arne') }).join()
    const before = { mette: mette.seen.updates, reader: reader.seen.updates }
    mette.doc.getMap('m').set('mette', 1)
    tor.doc.getMap('m').set('tor', 1)
    await settle(() => expect(reader.doc.getMap('m').size).toBe(2))
    expect(reader.seen.updates).toBe(before.reader + 1)
    expect(mette.doc.getMap('m').size).toBe(2)
    const rows = (await disk.gate.store.open('team:a'))?.tail ?? []
    expect(rows.slice(-2).map((row) => row.sessionId)).toEqual(['s-Mette', 's-Tor'])
    const heard = mette.seen.updates
    mette.doc.getMap('m').set('alene', 1)
    await settle(() => expect(reader.doc.getMap('m').size).toBe(3))
    expect(mette.seen.updates).toBe(heard)
  })

  test('[SY38] a newcomer is answered at once while others’ changes wait for the beat', async () => {
    const all = rooms({ commitEveryMs: 1_000 })
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    writer.doc.getText('t').insert(0, 'Kari')
    writer.marker(1)
    await settle(() => expect(writer.seen.acks).toEqual([1]))
    writer.doc.getText('t').insert(4, ' venter')
    const newcomer = new TestClient(all, { who: who('Tor') })
    await newcomer.join()
    expect(text(newcomer.doc)).toBe('Kari')
    await settle(() => expect(text(newcomer.doc)).toBe('Kari venter'))
  })

  test('[SY7] one who makes the room throw away its work again and again is kept out', async () => {
    const all = rooms()
    for (let round = 0; round < serverLimits.rebuildsPerPerson; round += 1) {
      const bad = await new TestClient(all, { who: who('Vond') }).join()
      bad.send(sync(deep(200)))
      await settle(() => expect(bad.seen.closed?.reason).toBe('tooDeep'))
    }
    const again = new TestClient(all, { who: who('Vond') })
    await settle(() => expect(again.seen.closed?.reason).toBe('tooFast'))
    const good = await new TestClient(all, { who: who('Mette') }).join()
    expect(good.seen.closed).toBeNull()
  })
})

describe('rights and limits', () => {
  test('[SY8] what a reader writes is dropped and answered, and the session goes on', async () => {
    const all = rooms()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    const reader = await new TestClient(all, { who: who('Aud', { role: 'commenter' }), access: 'read' }).join()
    reader.doc.getText('t').insert(0, 'smuglet')
    await settle(() => expect(reader.seen.notices).toEqual(['notAllowed']))
    writer.doc.getText('u').insert(0, 'ekte')
    await settle(() => expect(reader.doc.getText('u').toString()).toBe('ekte'))
    expect(text(writer.doc)).toBe('')
    expect(text(await onDisk())).toBe('')
    expect(reader.seen.closed).toBeNull()
  })

  test('[SY9] a sender past its rate has to wait; a reader that does not read is closed to come again', async () => {
    const all = rooms({ messageBurst: 20, messagesPerSecond: 1000 })
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    let piled = 0
    const slow = await new TestClient(all, { who: who('Treg'), buffered: () => piled }).join()
    for (let at = 0; at < 60; at += 1) writer.send(message(messageType.ping, at))
    expect(writer.seen.paused).toBe(1)
    await settle(() => expect(writer.seen.paused).toBe(0))
    piled = serverLimits.bufferedBytes + 1
    writer.doc.getText('t').insert(0, 'x')
    await settle(() => expect(slow.seen.closed).toEqual({ code: 1013, reason: 'tooSlow' }))
    expect(writer.seen.closed).toBeNull()
  })

  test('[SY10] rights that are taken away are gone at once', async () => {
    const all = rooms()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    const other = await new TestClient(all, { who: who('Arne') }).join()
    all.revoke((person) => person.personId === 'p-Mette', 4403, 'notAllowed')
    expect(writer.seen.closed).toEqual({ code: 4403, reason: 'notAllowed' })
    writer.doc.getText('t').insert(0, 'for sent')
    other.doc.getText('u').insert(0, 'ok')
    other.marker(1)
    await settle(() => expect(other.seen.acks).toEqual([1]))
    expect(text(await onDisk())).toBe('')
  })
})
