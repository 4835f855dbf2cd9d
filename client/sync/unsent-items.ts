import * as Y from 'yjs'

/**
 * Something on a board that this person made or changed and that was never sent: the root and key of the entry, and
 * what they themselves wrote in it, field by field. What others wrote is left out: it may be what had to go.
 */
export type UnsentItem = {
  root: string
  /** '' for a text that is a root itself */
  key: string
  /** made here, not only changed */
  added: boolean
  /** what was written here; where others' words stand between, there is `…`. Empty if nothing was written */
  texts: string[]
}

type Ranges = Map<number, { from: number; to: number }[]>
type Found = { added: boolean; texts: Map<Y.Text, string> }

/** What the updates made in a document that holds them, in the order of its roots. Deletions leave nothing to tell. */
export function unsentItems(doc: Y.Doc, updates: readonly Uint8Array[]): UnsentItem[] {
  const ranges = rangesOf(updates)
  const names = new Map<unknown, string>([...doc.share].map(([name, root]) => [root, name]))
  const found = new Map<string, Found & { root: string; key: string }>()
  for (const item of ownItems(doc, ranges)) {
    const place = placeOf(item, names)
    if (!place) continue
    const id = `${place.root} ${place.key}`
    const entry = found.get(id) ?? { root: place.root, key: place.key, added: false, texts: new Map() }
    found.set(id, entry)
    if (place.isEntry) entry.added = true
    if (place.text) entry.texts.set(place.text, ownText(place.text, ranges))
  }
  return [...found.values()].map(({ root, key, added, texts }) => ({
    ...{ root, key, added },
    texts: [...texts.values()].filter((text) => text.trim() !== ''),
  }))
}

function rangesOf(updates: readonly Uint8Array[]): Ranges {
  const ranges: Ranges = new Map()
  for (const update of updates) {
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      const own = ranges.get(id.client) ?? []
      ranges.set(id.client, own)
      own.push({ from: id.clock, to: id.clock + length })
    }
  }
  return ranges
}

function isOwn(item: Y.Item, ranges: Ranges): boolean {
  const { client, clock } = item.id
  return ranges.get(client)?.some(({ from, to }) => clock < to && clock + item.length > from) ?? false
}

function* ownItems(doc: Y.Doc, ranges: Ranges): Iterable<Y.Item> {
  for (const client of ranges.keys()) {
    for (const struct of doc.store.clients.get(client) ?? []) {
      if (struct instanceof Y.Item && !struct.deleted && isOwn(struct, ranges)) yield struct
    }
  }
}

type Place = { root: string; key: string; isEntry: boolean; text: Y.Text | null }

/** Which entry an item belongs to, and which text it is in. Null for what hangs on something that is deleted. */
function placeOf(item: Y.Item, names: ReadonlyMap<unknown, string>): Place | null {
  const text = item.parent instanceof Y.Text ? item.parent : null
  let at = item
  for (;;) {
    const { parent } = at
    if (!(parent instanceof Y.AbstractType)) return null
    const root = names.get(parent)
    if (root !== undefined)
      return { root, key: at.parentSub ?? '', isEntry: at === item && at.parentSub !== null, text }
    if (!parent._item || parent._item.deleted) return null
    at = parent._item
  }
}

/** What of a text is this person's own, letter by letter: neighbours of one client are one item, sent or not. */
function ownText(text: Y.Text, ranges: Ranges): string {
  const parts: string[] = []
  let own = false
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    for (const [index, letter] of item.content.str.split('').entries()) {
      const isOwnLetter =
        ranges.get(client)?.some(({ from, to }) => clock + index >= from && clock + index < to) ?? false
      if (!isOwnLetter && (own || parts.length === 0)) parts.push('…')
      if (isOwnLetter && own) parts[parts.length - 1] += letter
      else if (isOwnLetter) parts.push(letter)
      own = isOwnLetter
    }
  }
  const words = parts.map((part) => part.trim()).filter(Boolean)
  return words.every((part) => part === '…') ? '' : words.join(' ')
}
