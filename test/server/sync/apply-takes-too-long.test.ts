import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { serverLimits } from '../../../server/limits.ts'
import { LiveDocument } from '../../../server/sync/document.ts'
import { incoming } from './incoming.ts'

const count = 3_000

/** A well-formed update whose every item wants to be first, each before another item: Yjs compares all with all. */
function slow(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count)
    for (let at = 0; at < count; at += 1) {
      for (const n of [1, count * 2 - at + 10, 0, 0x48, 1, at, 1, 125]) encoding.writeVarUint(encoder, n)
      encoding.writeVarInt(encoder, 1)
    }
    encoding.writeVarUint(encoder, 0)
  })
}

test('[SY6] an update that would take minutes is given up, and the document is as it was', () => {
  const board = new Y.Doc()
  board.clientID = 1
  board.getArray('a').insert(
    0,
    Array.from({ length: count }, (_, at) => at),
  )
  const live = new LiveDocument({ ...serverLimits, applyMs: 100 }, 99, {
    snapshot: Y.encodeStateAsUpdate(board),
    stateVector: null,
    tail: [],
  })
  const update = incoming(slow(), { clientsPerUpdate: count })
  const from = process.threadCpuUsage()
  expect(() => live.applyUpdates([update])).toThrow('tooFast')
  const { user } = process.threadCpuUsage(from)
  expect(user / 1000).toBeLessThan(2_000)
  live.drop()
  expect(live.doc.getArray('a').length).toBe(count)
  const more = new Y.Doc()
  more.getText('t').insert(0, 'Kari')
  expect(live.applyUpdates([incoming(Y.encodeStateAsUpdate(more))]).owes).toBe(false)
})
