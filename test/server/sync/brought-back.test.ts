import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { messageType, syncType } from '../../../shared/protocol.ts'
import { roomsOnDisk, settle } from './rooms-on-disk.ts'
import { message, TestClient, who } from './test-client.ts'

const disk = roomsOnDisk()

test('[SY45] what the server lost comes back with everybody who was there, though each is seen under a client id of theirs', async () => {
  const all = disk.rooms()
  const names = ['Mette', 'Kari', 'Ola']
  // They come from a server that had all of this; this one has an older copy.
  const people = names.map((name) => new TestClient(all, { who: who(name) }))
  for (const [at, person] of people.entries()) {
    person.sending = false
    person.answering = false
    person.doc.getMap('t').set(names[at] ?? '', true)
  }
  for (const { doc } of people) {
    for (const other of people) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  }
  // Each is told of the others before anything of theirs has come.
  for (const person of people) {
    await person.join()
    person.state(person.doc.clientID, 1, {})
  }
  for (const [at, person] of people.entries()) {
    person.send(message(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(person.doc)))
    person.marker(at)
  }
  await settle(() => expect(people.map(({ seen }) => seen.closed ?? seen.acks.length)).toEqual([1, 1, 1]))
  expect([...(await disk.onDisk()).getMap('t').keys()].sort()).toEqual([...names].sort())
})

test('[SY45] whoever brings back what another wrote does not write on as them', async () => {
  const all = disk.rooms()
  const mette = new TestClient(all, { who: who('Mette') })
  const kari = new TestClient(all, { who: who('Kari') })
  mette.sending = false
  mette.doc.getMap('t').set('Mette', 1)
  Y.applyUpdate(kari.doc, Y.encodeStateAsUpdate(mette.doc), 'remote')
  await kari.join()
  kari.marker(1)
  await settle(() => expect(kari.seen.acks).toEqual([1]))
  mette.doc.getMap('t').set('Mette', 2)
  await mette.join()
  mette.marker(1)
  await settle(() => expect(mette.seen.closed ?? mette.seen.acks).toEqual([1]))
  expect((await disk.onDisk()).getMap('t').get('Mette')).toBe(2)
})

test.each([
  ['has left', true],
  ['is seen and silent', false],
])(
  '[SY45] what a damaged disk lost of one who %s comes back with another once the room was read again',
  async (_how, leaves) => {
    const { gate } = disk
    const all = disk.rooms()
    const mette = await new TestClient(all, { who: who('Mette') }).join()
    const kari = await new TestClient(all, { who: who('Kari') }).join()
    mette.doc.getMap('t').set('Mette', 1)
    await settle(() => expect(kari.doc.getMap('t').get('Mette')).toBe(1))
    mette.state(mette.doc.clientID, 1, {})
    mette.answering = false
    if (leaves) mette.leave()
    const open = gate.store.open.bind(gate.store)
    gate.store.open = async (id) => {
      gate.store.open = open
      const stored = await open(id)
      const lost = { part: 'log' as const, sequence: 1, through: 1, at: null, sessionId: null }
      return stored && { ...stored, tail: [], damage: [lost] }
    }
    const asked = kari.seen.step1
    gate.failNext()
    kari.doc.getMap('t').set('Kari', 1)
    await settle(() => expect(kari.seen.closed ?? kari.seen.notices).toEqual(['storeFailed']))
    await settle(() => expect(kari.seen.closed ?? kari.seen.step1).toBeGreaterThan(asked))
    kari.marker(1)
    await settle(() => expect(kari.seen.closed ?? kari.seen.acks).toEqual([1]))
    const late = await new TestClient(all, { who: who('Ola'), access: 'read' }).join()
    expect([...late.doc.getMap('t').keys()].sort()).toEqual(['Kari', 'Mette'])
  },
)

test("[SY45] what a damaged disk lost of the server's own changes comes back, and the server writes nothing else in its place", async () => {
  const { gate } = disk
  const all = disk.rooms({ idleRoomMs: 1 })
  const write = (key: string) => all.change('team:a', (doc) => void doc.getMap('t').set(key, 1))
  const open = gate.store.open.bind(gate.store)
  const before = await open('team:a')
  const kari = await new TestClient(all, { who: who('Kari') }).join()
  await write('lost')
  await settle(() => expect(kari.doc.getMap('t').get('lost')).toBe(1))
  kari.leave()
  await settle(() => expect(all.isOpen('team:a')).toBe(false))
  gate.store.open = async (id) => {
    gate.store.open = open
    const lost = { part: 'log' as const, sequence: 1, through: 1, at: null, sessionId: null }
    const stored = await open(id)
    return stored && before && { ...before, lastSequence: stored.lastSequence, damage: [lost] }
  }
  await write('later')
  const again = new TestClient(all, { who: who('Kari') })
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(kari.doc), 'remote')
  await again.join()
  again.marker(1)
  await settle(() => expect(again.seen.closed ?? again.seen.acks).toEqual([1]))
  expect([...again.doc.getMap('t').keys()].sort()).toEqual(['later', 'lost'])
  const late = await new TestClient(all, { who: who('Ola'), access: 'read' }).join()
  expect([...late.doc.getMap('t').keys()].sort()).toEqual(['later', 'lost'])
})
