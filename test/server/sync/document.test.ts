import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { serverLimits } from '../../../server/limits.ts'
import { LiveDocument } from '../../../server/sync/document.ts'
import { syncType } from '../../../shared/protocol.ts'
import { incoming } from './incoming.ts'

const update = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('m').set(text, text)
  return Y.encodeStateAsUpdate(doc)
}
const row = (sequence: number, bytes: Uint8Array) => ({ sequence, update: bytes, sessionId: null, at: 1 })

function stored(snapshot: Uint8Array, ...tail: Uint8Array[]) {
  const stateVector = Y.encodeStateVectorFromUpdate(snapshot)
  return { snapshot, stateVector, tail: tail.map((bytes, index) => row(index + 1, bytes)) }
}

/** What a framed sync message of this kind brings to an empty document. */
function received(frame: Uint8Array, kind: number): string[] {
  const decoder = decoding.createDecoder(frame)
  expect(decoding.readVarUint(decoder)).toBe(0)
  expect(decoding.readVarUint(decoder)).toBe(kind)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
  return [...doc.getMap('m').keys()].sort()
}

const nothing = new Uint8Array([0])

describe('[SY38] a document as bytes', () => {
  test('a newcomer is answered and asked without a Y.Doc', () => {
    const live = new LiveDocument(serverLimits, 7, stored(update('a')))
    expect(received(live.answer(nothing), syncType.step2)).toEqual(['a'])
    expect(live.ask().length).toBeGreaterThan(3)
    expect(live.isLive).toBe(false)
  })

  test('with changes since the snapshot the first newcomer makes one answer of it all', () => {
    const live = new LiveDocument(serverLimits, 7, stored(update('a'), update('b'), update('c')))
    const first = live.answer(nothing)
    expect(received(first, syncType.step2)).toEqual(['a', 'b', 'c'])
    expect(live.answer(nothing)).toBe(first)
    expect(live.tailLength).toBe(0)
  })

  test('what was applied and not committed is gone with the Y.Doc, and what was committed is not', () => {
    const live = new LiveDocument(serverLimits, 7, stored(update('a')))
    const { update: taken } = live.applyUpdates([incoming(update('b'))])
    if (!taken) throw new Error('nothing was applied')
    live.commit(taken)
    live.applyUpdates([incoming(update('never'))])
    live.drop()
    expect(live.isLive).toBe(false)
    expect([...live.doc.getMap('m').keys()].sort()).toEqual(['a', 'b'])
    expect(received(live.answer(nothing), syncType.step2)).toEqual(['a', 'b'])
  })

  test('who lacks a part gets that part, also the deletions', () => {
    const board = new Y.Doc()
    board.getMap('m').set('a', 'a')
    const then = Y.encodeStateVector(board)
    board.getMap('m').set('b', 'b')
    const live = new LiveDocument(serverLimits, 7, stored(Y.encodeStateAsUpdate(board)))
    expect(live.answer(then).length).toBeLessThan(live.answer(nothing).length)
    expect(() => live.answer(new Uint8Array([200]))).toThrow()
  })
})
