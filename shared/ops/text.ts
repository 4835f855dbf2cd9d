import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { write } from './write.ts'

/** Replaces `remove` UTF-16 units at `index` by `insert`. Throws `textTooLong` and changes nothing if it would pass `max`. */
export function editText(text: Y.Text, change: { index: number; remove: number; insert: string }, max: number): void {
  const length = text.length - change.remove + change.insert.length
  if (change.insert.length > 0 && length > max) throw new AppError('textTooLong', { length, max })
  const doc = text.doc
  if (!doc) return // its goal was swept meanwhile
  const index = Math.min(change.index, text.length)
  write(doc, () => {
    if (change.remove > 0) text.delete(index, Math.min(change.remove, text.length - index))
    if (change.insert) text.insert(index, change.insert)
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
