import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { deleteGoal } from '../../../shared/ops/goals.ts'
import { sweepDeleted } from '../../../shared/ops/sweep.ts'
import { editText, setText } from '../../../shared/ops/text.ts'
import { limits, undeleteMs } from '../../../shared/schema/limits.ts'
import { meet, send, textOf, twoBoards } from '../boards.ts'

function newText(content = ''): Y.Text {
  const text = new Y.Doc().getText('text')
  text.insert(0, content)
  return text
}

/** What another device holds of the text after receiving it as bytes. */
function received(text: Y.Text): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text.doc as Y.Doc))
  return doc.getText('text').toString()
}

const writing = fc.string({ unit: 'grapheme', maxLength: 20 })
const emoji = fc
  .array(fc.constantFrom('😀', '😁', '👍🏽', 'æ', ' ', 'a'), { maxLength: 8 })
  .map((parts) => parts.join(''))

describe('setText', () => {
  test('[MO10] makes the text read what was given, here and elsewhere', () => {
    fc.assert(
      fc.property(fc.oneof(writing, emoji), fc.oneof(writing, emoji), (before, next) => {
        const text = newText(before)
        setText(text, next, 1000)
        expect(text.toString()).toBe(next)
        expect(received(text)).toBe(next)
      }),
      { numRuns: 1000 },
    )
  })

  test('[MO10] does not split 😀 when it becomes 😁', () => {
    const text = newText('Bra 😀!')
    setText(text, 'Bra 😁!', 100)
    expect(text.toString()).toBe('Bra 😁!')
  })

  test('[MO10] writes nothing where nothing differs', () => {
    const text = newText('Bra')
    let updates = 0
    text.doc?.on('update', () => (updates += 1))
    setText(text, 'Bra', 100)
    expect(updates).toBe(0)
  })

  test('half a character reads the same for everyone', () => {
    const text = newText()
    setText(text, 'a\ud83db', 100)
    expect(text.toString()).toBe('a\ufffdb')
    expect(received(text)).toBe('a\ufffdb')
  })
})

describe('editText', () => {
  test('[MO10] an edit inside a character replaces the whole of it', () => {
    fc.assert(
      fc.property(emoji, fc.nat(20), fc.nat(5), emoji, (before, index, remove, insert) => {
        const text = newText(before)
        const at = Math.min(index, before.length)
        const expected = before.slice(0, at) + insert + before.slice(at + remove)
        editText(text, { index, remove, insert }, 1000)
        expect(text.toString()).toBe(expected.replace(/\p{Surrogate}/gu, '\ufffd'))
        expect(received(text)).toBe(text.toString())
      }),
      { numRuns: 1000 },
    )
  })

  test('[MO11] refuses to grow past the limit and changes nothing', () => {
    const text = newText('abc')
    expect(() => editText(text, { index: 3, remove: 0, insert: 'de' }, 4)).toThrow(
      expect.objectContaining({ code: 'textTooLong', details: { length: 5, max: 4 } }),
    )
    expect(text.toString()).toBe('abc')
    editText(text, { index: 3, remove: 0, insert: 'd' }, 4)
    expect(text.toString()).toBe('abcd')
  })

  test('[MO11] a text that is too long already can be cut, and replaced by something no longer', () => {
    const text = newText('x'.repeat(10))
    editText(text, { index: 0, remove: 3, insert: 'y' }, 5)
    expect(text.toString()).toBe('yxxxxxxx')
    expect(() => editText(text, { index: 0, remove: 0, insert: 'z' }, 5)).toThrow()
  })

  test('keeps places outside the text within it', () => {
    const text = newText('abc')
    editText(text, { index: 99, remove: 99, insert: 'd' }, 4)
    editText(text, { index: -5, remove: -1, insert: '' }, 4)
    expect(text.toString()).toBe('abcd')
  })

  test('[MO1] does nothing to the text of a goal that was swept meanwhile', () => {
    const [mine, server] = twoBoards()
    const title = textOf(mine, 'g')
    deleteGoal(server, { id: 'g', time: 1 })
    sweepDeleted(server.doc, 2 + undeleteMs)
    send(server, mine)
    expect(mine.goals.has('g')).toBe(false)
    editText(title, { index: 0, remove: 0, insert: 'Nå ' }, limits.goalTitle)
    setText(title, 'Noe annet', limits.goalTitle)
    meet(mine, server)
    expect(mine.goals.has('g')).toBe(false)
    expect(server.goals.size).toBe(0)
  })
})
