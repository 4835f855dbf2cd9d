import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { gc, update } from '../update-bytes.ts'
import { roomsOnDisk, settle } from '../../server/sync/rooms-on-disk.ts'
import { TestClient, who } from '../../server/sync/test-client.ts'
import { change } from './bytes.ts'

const disk = roomsOnDisk()

/** Mette, who has the board open, loses her net and writes on without it; Ola is still there. */
async function away(all: ReturnType<typeof disk.rooms>) {
  const ola = await new TestClient(all, { who: who('Ola') }).join()
  const mette = await new TestClient(all, { who: who('Mette') }).join()
  mette.state(mette.doc.clientID, 1, {})
  const comeBack = async () => {
    const again = new TestClient(all, { who: who('Mette') })
    again.sending = false
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(mette.doc), 'remote')
    again.doc.clientID = mette.doc.clientID
    again.doc.getText('t').insert(0, 'Kari')
    again.sending = true
    await again.join()
    again.marker(1)
    await settle(() => expect(again.seen.closed ?? again.seen.acks).toEqual([1]))
    expect((await disk.onDisk()).getText('t').toString()).toContain('Kari')
  }
  return { ola, mette, comeBack }
}

test('[SY45] whoever is seen under the client id of one who is away does not keep them out', async () => {
  const all = disk.rooms()
  const { ola, mette, comeBack } = await away(all)
  mette.leave()
  const bad = await new TestClient(all, { who: who('Vond') }).join()
  await settle(() => expect(ola.seen.awareness.has(mette.doc.clientID)).toBe(false))
  bad.state(mette.doc.clientID, 9, {})
  bad.marker(1)
  await settle(() => expect(bad.seen.acks).toEqual([1]))
  await comeBack()
})

test('[SY45] what one who is away has not sent yet can’t be made to seem known', async () => {
  const all = disk.rooms()
  const { mette, comeBack } = await away(all)
  mette.doc.getText('t').insert(0, 'A')
  mette.marker(1)
  await settle(() => expect(mette.seen.acks).toEqual([1]))
  mette.leave()
  const bad = await new TestClient(all, { who: who('Vond') }).join()
  bad.send(change(update([{ client: mette.doc.clientID, clock: 1, structs: [gc(100_000)] }])))
  await settle(() => expect(bad.seen.closed?.reason).toBe('notAllowed'))
  await comeBack()
})

test('[SY45] nobody is kept out from what all make alike by one who is seen under its client id', async () => {
  const all = disk.rooms()
  const bad = await new TestClient(all, { who: who('Vond') }).join()
  const entry = 2 ** 48 + 7
  bad.state(entry, 1, {})
  bad.marker(1)
  await settle(() => expect(bad.seen.acks).toEqual([1]))
  const mette = await new TestClient(all, { who: who('Mette') }).join()
  mette.doc.clientID = entry
  mette.doc.getMap('m').set('k', 1)
  mette.marker(1)
  await settle(() => expect(mette.seen.closed ?? mette.seen.acks).toEqual([1]))
})
