import type * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { normaliseText } from '../wording.ts'
import { write } from './write.ts'

const loneSurrogates = /\p{Surrogate}/gu
const somethingVisible = /[^\p{Cc}\p{Cf}\p{Z}]/u

/** Half a character becomes U+FFFD here as it would on the way, so that everyone holds the same text. */
function wellFormed(text: string): string {
  return text.replace(loneSurrogates, '\ufffd')
}

/** One line of text as it will stand, or a throw: `nameEmpty` when nothing of it can be seen, `textTooLong`. */
export function checkLine(line: string, max: number): string {
  const text = normaliseText(wellFormed(line))
  if (!somethingVisible.test(text)) throw new AppError('nameEmpty')
  if (text.length > max) throw new AppError('textTooLong', { length: text.length, max })
  return text
}

/** Whether `index` stands between the two halves of one character (such as 😀). */
function splitsCharacter(text: string, index: number): boolean {
  return /[\ud800-\udbff]/.test(text[index - 1] ?? '') && /[\udc00-\udfff]/.test(text[index] ?? '')
}

/**
 * Replaces `remove` UTF-16 units at `index` by `insert`, where both are kept within the text. Throws
 * `textTooLong` and changes nothing if the text would grow past `max`; one that is longer already (two people
 * filled it at once) may be cut. Does nothing if the goal was swept meanwhile; in a deleted goal the text is
 * kept and comes back with it.
 */
export function editText(text: Y.Text, change: { index: number; remove: number; insert: string }, max: number): void {
  const doc = text.doc
  if (!doc) return
  const before = text.toString()
  let start = Math.min(Math.max(change.index, 0), before.length)
  let end = Math.min(start + Math.max(change.remove, 0), before.length)
  let insert = change.insert
  // Yjs replaces both halves of a character that is split between two items: take it out and put it in whole.
  if (splitsCharacter(before, start)) {
    start -= 1
    insert = before.charAt(start) + insert
  }
  if (splitsCharacter(before, end)) {
    insert += before.charAt(end)
    end += 1
  }
  insert = wellFormed(insert)
  const length = before.length - (end - start) + insert.length
  if (length > max && length > before.length) throw new AppError('textTooLong', { length, max })
  write(doc, () => {
    if (end > start) text.delete(start, end - start)
    if (insert) text.insert(start, insert)
  })
}

/** Makes `text` read `next` by changing only what differs, so that what another person types elsewhere in it survives. */
export function setText(text: Y.Text, next: string, max: number): void {
  const before = text.toString()
  let start = 0
  while (start < before.length && start < next.length && before[start] === next[start]) start += 1
  let end = 0
  const most = Math.min(before.length, next.length) - start
  while (end < most && before[before.length - 1 - end] === next[next.length - 1 - end]) end += 1
  const change = { index: start, remove: before.length - start - end, insert: next.slice(start, next.length - end) }
  if (change.remove > 0 || change.insert) editText(text, change, max)
}
