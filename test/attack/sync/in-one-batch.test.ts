import { expect, test } from 'vitest'
import { gc, item, text, type, update } from '../update-bytes.ts'
import { roomsOnDisk, settle } from '../../server/sync/rooms-on-disk.ts'
import { TestClient, who } from '../../server/sync/test-client.ts'
import { change } from './bytes.ts'

const disk = roomsOnDisk()

test('[SY45] a client id that its owner is seen under is theirs before they have written anything', async () => {
  const all = disk.rooms()
  const mette = await new TestClient(all, { who: who('Mette') }).join()
  mette.state(mette.doc.clientID, 1, {})
  for (const [at, structs] of [[gc(100_000)], [item(text('smuglet'))]].entries()) {
    const bad = await new TestClient(all, { who: who(`Vond ${at}`) }).join()
    await settle(() => expect(bad.seen.awareness.has(mette.doc.clientID)).toBe(true))
    bad.send(change(update([{ client: mette.doc.clientID, structs }])))
    await settle(() => expect(bad.seen.closed?.reason).toBe('notAllowed'))
  }
  mette.doc.getText('t').insert(0, 'Kari')
  mette.marker(1)
  await settle(() => expect(mette.seen.acks).toEqual([1]))
  expect((await disk.onDisk()).getText('t').toString()).toBe('Kari')
})

test('[SY45] whoever comes back by another socket goes on under the client id that the old one still has', async () => {
  const all = disk.rooms()
  const old = await new TestClient(all, { who: who('Mette') }).join()
  old.state(old.doc.clientID, 1, {})
  const again = await new TestClient(all, { who: who('Mette') }).join()
  again.doc.clientID = old.doc.clientID
  again.doc.getText('t').insert(0, 'Kari')
  again.marker(1)
  await settle(() => expect(again.seen.acks).toEqual([1]))
})

test('[SY43] 200 changes in one batch to a part that the board did not have yet are 200 changes to one part', async () => {
  const all = disk.rooms({ commitEveryMs: 50 })
  const mette = await new TestClient(all, { who: who('Mette') }).join()
  for (let at = 0; at < 200; at += 1) mette.doc.getMap('ny del').set(String(at), at)
  mette.marker(1)
  await settle(() => expect(mette.seen.acks).toEqual([1]))
  expect((await disk.onDisk()).getMap('ny del').size).toBe(200)
})

test('[SY51] whose changes were taken before does not wait behind eight new people who all do harm at once', async () => {
  const all = disk.rooms({ commitEveryMs: 60 })
  const mette = await new TestClient(all, { who: who('Mette') }).join()
  mette.doc.getMap('m').set('a', 1)
  mette.marker(1)
  await settle(() => expect(mette.seen.acks).toEqual([1]))
  const structs = Array.from({ length: 40 }, (_, at) =>
    item(type(1), { parent: at === 0 ? 'm' : [7, at - 1], sub: 'k' }),
  )
  const bad = await Promise.all(
    Array.from({ length: 8 }, (_, at) => new TestClient(all, { who: who(`Vond ${at}`) }).join()),
  )
  for (const client of bad) client.send(change(update([{ client: 7, structs }])))
  mette.doc.getMap('m').set('b', 2)
  mette.marker(2)
  await settle(() => expect(mette.seen.acks).toEqual([1, 2]))
  expect(bad.filter(({ seen }) => seen.closed).length).toBeLessThanOrEqual(1)
  await settle(() => expect(bad.every(({ seen }) => seen.closed?.reason === 'tooDeep')).toBe(true))
})
