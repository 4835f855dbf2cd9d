import type * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'
import { editText } from '../../shared/ops/text.ts'

export type TextField = HTMLTextAreaElement | HTMLInputElement

type Change = { index: number; remove: number; insert: string }
type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[]

/** What was typed, as one change from `before` to `after`; the caret tells which of two like letters was the new one. */
export function changeBetween(before: string, after: string, caret: number): Change {
  let end = 0
  const mostEnd = Math.min(before.length, after.length - Math.min(caret, after.length))
  while (end < mostEnd && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  let start = 0
  const mostStart = Math.min(before.length, after.length) - end
  while (start < mostStart && before[start] === after[start]) start += 1
  return { index: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

/** Where a place in the text is after someone else's change. A place where they insert stays before their words. */
export function placeAfter(delta: Delta, place: number): number {
  let at = 0 // in the text as it becomes
  let left = place // still to go in the text as it was
  for (const step of delta) {
    if (typeof step.retain === 'number') {
      if (left <= step.retain) return at + left
      at += step.retain
      left -= step.retain
    } else if (typeof step.insert === 'string') {
      if (left === 0) return at
      at += step.insert.length
    } else if (typeof step.delete === 'number') {
      left = Math.max(0, left - step.delete)
    }
  }
  return at + left
}

const asItIs = (place: number) => place

/**
 * Holds a field and a Y.Text alike. What is typed goes into the text as the smallest change; what others
 * write comes into the field without moving the caret. While an input method composes (Android does for every
 * word) the field is not touched: what others write meanwhile waits, and places are counted over.
 */
export class TextBinding {
  readonly #field: TextField
  readonly #text: Y.Text
  readonly #max: () => number
  readonly #onValue: (value: string) => void
  readonly #onRefused: (refused: string) => void
  /** what the field held when it was last brought into the text */
  #shown: string
  #composing = false
  #writing = false
  /** from a place in the field to its place in the text; they differ only while others' words wait */
  #toText: (place: number) => number = asItIs

  constructor(args: {
    field: TextField
    text: Y.Text
    max: () => number
    /** after every change, from here or elsewhere */
    onValue: (value: string) => void
    /** what there was no room for: it is out of the field and must be shown elsewhere */
    onRefused: (refused: string) => void
  }) {
    this.#field = args.field
    this.#text = args.text
    this.#max = args.max
    this.#onValue = args.onValue
    this.#onRefused = args.onRefused
    this.#shown = args.text.toString()
    this.#field.value = this.#shown
    this.#text.observe(this.#onText)
    this.#field.addEventListener('input', this.#onInput)
    this.#field.addEventListener('compositionstart', this.#onCompositionStart)
    this.#field.addEventListener('compositionend', this.#onCompositionEnd)
    this.#onValue(this.#shown)
  }

  destroy(): void {
    // Words still being composed belong to the text, too.
    if (this.#composing) this.#onCompositionEnd()
    this.#text.unobserve(this.#onText)
    this.#field.removeEventListener('input', this.#onInput)
    this.#field.removeEventListener('compositionstart', this.#onCompositionStart)
    this.#field.removeEventListener('compositionend', this.#onCompositionEnd)
  }

  readonly #onCompositionStart = (): void => {
    this.#composing = true
  }

  readonly #onCompositionEnd = (): void => {
    this.#composing = false
    this.#onInput()
    if (this.#toText === asItIs) return
    const toText = this.#toText
    this.#toText = asItIs
    this.#show(toText)
  }

  readonly #onInput = (): void => {
    const field = this.#field
    const value = field.value.replaceAll('\r\n', '\n')
    const caret = field.selectionEnd ?? value.length
    const change = changeBetween(this.#shown, value, caret)
    if (change.remove === 0 && !change.insert) return
    const { index, remove, insert } = change
    const toText = this.#toText
    const start = toText(index)
    const end = toText(index + remove)
    this.#writing = true
    try {
      editText(this.#text, { index: start, remove: end - start, insert }, this.#max())
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'textTooLong')) throw error
      this.#toText = asItIs
      this.#show(() => start)
      this.#onRefused(insert)
      return
    } finally {
      this.#writing = false
    }
    this.#shown = value
    if (toText !== asItIs) {
      const shift = insert.length - (end - start)
      this.#toText = (place) => {
        if (place <= index) return toText(place)
        if (place < index + insert.length) return start + place - index
        return toText(place - insert.length + remove) + shift
      }
    }
    this.#onValue(value)
  }

  readonly #onText = (event: Y.YTextEvent): void => {
    if (this.#writing) return
    const delta = event.delta as Delta
    if (this.#composing) {
      const before = this.#toText
      this.#toText = (place) => placeAfter(delta, before(place))
      return
    }
    this.#show((place) => placeAfter(delta, place))
  }

  /** Puts the text into the field; the selection goes where `move` says. */
  #show(move: (place: number) => number): void {
    const field = this.#field
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field
    this.#shown = this.#text.toString()
    if (field.value !== this.#shown) {
      field.value = this.#shown
      // Only where the caret is: setting a selection elsewhere takes the focus in some browsers.
      if (field.ownerDocument.activeElement === field) {
        field.setSelectionRange(move(selectionStart ?? 0), move(selectionEnd ?? 0), selectionDirection ?? 'none')
      }
      field.scrollTop = scrollTop
    }
    this.#onValue(this.#shown)
  }
}
