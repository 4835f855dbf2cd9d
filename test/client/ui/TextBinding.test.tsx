import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeBetween, placeAfter, TextBinding } from '../../../client/ui/TextBinding.ts'

/** Two people with the same text; `mine` is bound to a field. Changes travel when `meet` is called. */
function twoPeople(text: string, max = 100) {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.getText('t').insert(0, text)
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  const field = document.createElement('textarea')
  document.body.append(field)
  const refused: string[] = []
  const mine = a.getText('t')
  const theirs = b.getText('t')
  const binding = new TextBinding({
    field,
    text: mine,
    max: () => max,
    onValue: () => undefined,
    onRefused: (more) => refused.push(more),
  })
  const meet = () => {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
  }
  const type = (at: number, remove: number, insert: string) => {
    field.value = field.value.slice(0, at) + insert + field.value.slice(at + remove)
    field.setSelectionRange(at + insert.length, at + insert.length)
    field.dispatchEvent(new Event('input'))
  }
  const event = (name: string) => field.dispatchEvent(new Event(name))
  return { field, mine, theirs, meet, type, event, refused, binding }
}

beforeEach(() => document.body.replaceChildren())
afterEach(() => document.body.replaceChildren())

describe('what is typed', () => {
  test('goes into the text as the smallest change', () => {
    const { mine, type } = twoPeople('Hva er viktig?')
    const deltas: unknown[] = []
    mine.observe((event) => deltas.push(event.delta))
    type(13, 0, ' for deg')
    expect(mine.toString()).toBe('Hva er viktig for deg?')
    expect(deltas).toEqual([[{ retain: 13 }, { insert: ' for deg' }]])
  })

  test('the caret tells which of two like letters is the new one', () => {
    expect(changeBetween('aa', 'aaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' })
    expect(changeBetween('aa', 'aaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' })
  })

  test('that does not fit is refused whole, told, and taken out of the field', () => {
    const { field, mine, type, refused } = twoPeople('1234567890', 10)
    type(5, 0, 'mer')
    expect(mine.toString()).toBe('1234567890')
    expect(field.value).toBe('1234567890')
    expect(refused).toEqual(['mer'])
    type(0, 2, '')
    expect(mine.toString()).toBe('34567890')
  })
})

describe("others' words", () => {
  test('come in without moving caret or selection', () => {
    const { field, theirs, meet } = twoPeople('et mål')
    field.focus()
    field.setSelectionRange(3, 6)
    theirs.insert(0, 'Vi har ')
    theirs.insert(13, '!')
    meet()
    expect(field.value).toBe('Vi har et mål!')
    expect([field.selectionStart, field.selectionEnd]).toEqual([10, 13])
  })

  test('wait while a word is composed, and both stand afterwards', () => {
    const { field, mine, theirs, meet, type, event } = twoPeople('Kari bor hjemme')
    field.focus()
    field.setSelectionRange(8, 8)
    event('compositionstart')
    type(8, 0, ' tr')
    theirs.insert(0, '«')
    theirs.insert(5, '»')
    meet()
    expect(field.value).toBe('Kari bor tr hjemme')
    type(8, 3, ' trygt')
    event('compositionend')
    expect(mine.toString()).toBe('«Kari» bor trygt hjemme')
    expect(field.value).toBe('«Kari» bor trygt hjemme')
    expect(field.selectionStart).toBe('«Kari» bor trygt'.length)
    meet()
    expect(theirs.toString()).toBe(mine.toString())
  })

  test('that removed where one writes do not break the field', () => {
    const { field, mine, theirs, meet, type, event } = twoPeople('bort med dette')
    event('compositionstart')
    type(14, 0, ' her')
    theirs.delete(0, theirs.length)
    meet()
    type(18, 0, 'a')
    event('compositionend')
    expect(mine.toString()).toBe(' hera')
    expect(field.value).toBe(' hera')
  })

  test('an undo from outside is shown', () => {
    const { field, mine, type } = twoPeople('a')
    const undo = new Y.UndoManager(mine, { trackedOrigins: new Set([null]), captureTimeout: 0 })
    mine.insert(1, 'b')
    undo.undo()
    expect(field.value).toBe('a')
    type(1, 0, 'c')
    expect(mine.toString()).toBe('ac')
  })
})

test('a place follows a change before it and stays for one after it', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(20),
      fc.nat(5),
      fc.string({ maxLength: 5 }),
      fc.nat(20),
      (text, at, del, ins, seen) => {
        const doc = new Y.Doc()
        const y = doc.getText('t')
        y.insert(0, text)
        const index = Math.min(at, text.length)
        const remove = Math.min(del, text.length - index)
        const place = Math.min(seen, text.length)
        let moved = place
        y.observe((event) => {
          moved = placeAfter(event.delta as [], place)
        })
        doc.transact(() => {
          y.delete(index, remove)
          y.insert(index, ins)
        })
        const after = y.toString()
        if (place <= index) expect(moved).toBe(place)
        // Just after what was replaced, before or after the new words are both right.
        else if (place > index + remove) expect(after.slice(moved)).toBe(text.slice(place))
        expect(moved).toBeGreaterThanOrEqual(0)
        expect(moved).toBeLessThanOrEqual(after.length)
      },
    ),
  )
})

test('field, text and the other person agree after any typing and meeting, composed or not', () => {
  const step = fc.record({
    who: fc.constantFrom('me', 'them', 'compose', 'done', 'meet'),
    at: fc.nat(30),
    remove: fc.nat(3),
    insert: fc.string({ maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const people = twoPeople('Bedre samhandling', 1_000)
      const { field, mine, theirs } = people
      for (const { who, at, remove, insert } of steps) {
        if (who === 'me') {
          const from = Math.min(at, field.value.length)
          people.type(from, Math.min(remove, field.value.length - from), insert)
        } else if (who === 'them') {
          const from = Math.min(at, theirs.length)
          theirs.delete(from, Math.min(remove, theirs.length - from))
          theirs.insert(from, insert)
        } else if (who === 'compose') people.event('compositionstart')
        else if (who === 'done') people.event('compositionend')
        else people.meet()
      }
      people.event('compositionend')
      people.meet()
      expect(field.value).toBe(mine.toString())
      expect(theirs.toString()).toBe(mine.toString())
      people.binding.destroy()
    }),
    { numRuns: 300 },
  )
})
