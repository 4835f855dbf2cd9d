import type * as Y from 'yjs'
import { reuse } from './reuse.ts'

type Followed = { version: number; listeners: Set<() => void> }

const followed = new WeakMap<Y.Doc, Followed>()

/** One listener a document, for all who select from it: it counts the transactions that changed something. */
function follow(doc: Y.Doc): Followed {
  const known = followed.get(doc)
  if (known) return known
  const made: Followed = { version: 0, listeners: new Set() }
  followed.set(doc, made)
  doc.on('update', () => {
    made.version += 1
    for (const listener of [...made.listeners]) listener()
  })
  return made
}

/** What one hook shows of one document: computed again only after a change, and the same object while it is equal. */
export class DocumentSelection<T> {
  readonly #doc: Y.Doc
  readonly #followed: Followed
  #last: { version: number; select: (doc: Y.Doc) => T; value: T } | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#followed = follow(doc)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#followed.listeners.add(listener)
    return () => this.#followed.listeners.delete(listener)
  }

  read(select: (doc: Y.Doc) => T): T {
    const { version } = this.#followed
    const last = this.#last
    if (last?.version === version && last.select === select) return last.value
    const value = reuse(last?.value, select(this.#doc))
    this.#last = { version, select, value }
    return value
  }
}
