import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeOnce } from '../../../shared/ops/make-once.ts'
import { bringOver, copyOf, meet, newBoard, placementText, send, twoMaps } from '../boards.ts'

const entry = () => new Y.Map<unknown>(Object.entries({ state: 'new' }))

describe('makeOnce', () => {
  test('[MO25] two who make an entry make the very same one; others stay apart', () => {
    const [a, b] = [newBoard(1), newBoard(2)]
    for (const board of [a, b]) makeOnce(board.placements, 'placements', 'k|x', entry)
    expect(Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)).length).toBeLessThan(200)
    makeOnce(a.placements, 'placements', 'k|y', entry)
    makeOnce(b.lines, 'lines', 'k|x', entry)
    a.placements.get('k|x')?.set('from', 'a')
    b.placements.get('k|x')?.set('to', 'b')
    meet(a, b)
    const expected = { 'k|x': { state: 'new', from: 'a', to: 'b' }, 'k|y': { state: 'new' } }
    expect([a.placements.toJSON(), b.placements.toJSON()]).toEqual([expected, expected])
    expect(a.lines.toJSON()).toEqual({ 'k|x': { state: 'new' } })
  })

  test('no two of 20,000 keys share a client, and none is one that Yjs would draw for a person', () => {
    const doc = new Y.Doc()
    const root = doc.getMap<Y.Map<unknown>>('placements')
    doc.transact(() => {
      for (let at = 0; at < 20_000; at += 1) makeOnce(root, 'placements', `kari|a${at}`, () => new Y.Map())
    })
    const clients = [...doc.store.clients.keys()]
    expect(clients).toHaveLength(20_000)
    expect(Math.min(...clients)).toBeGreaterThan(2 ** 32)
    expect(Math.max(...clients)).toBeLessThan(Number.MAX_SAFE_INTEGER)
  })

  test('leaves the person their own client id, also when the entry cannot be made', () => {
    const board = newBoard(7)
    const fails = () => {
      throw new Error('no')
    }
    expect(() => makeOnce(board.lines, 'lines', 'x', fails)).toThrow('no')
    expect(board.doc.clientID).toBe(7)
    board.doc.transact(() => makeOnce(board.lines, 'lines', 'x', entry))
    expect(board.doc.clientID).toBe(7)
  })

  test('after a sweep, or over what a program wrote there, an entry is made anew', () => {
    const [a, b] = twoMaps()
    bringOver(a, 'a')
    a.placements.delete('municipal|a')
    a.placements.set('municipal|b', 7 as never)
    meet(a, b)
    for (const id of ['a', 'b']) bringOver(b, id)
    send(b, a)
    for (const board of [a, b, copyOf(a)]) {
      for (const id of ['a', 'b']) expect(placementText(board, 'municipal', id)).toBeInstanceOf(Y.Text)
    }
  })
})
