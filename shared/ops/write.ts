import type * as Y from 'yjs'

/** What this person did: the undo manager follows only this origin. */
export const localOrigin = Symbol('local')

/** The making of an entity, before it is shown. Not followed by undo: see `addGoal`. */
export const creationOrigin = Symbol('creation')

/** Runs an operation's changes as one transaction with one origin. */
export function write(doc: Y.Doc, change: () => void, origin: symbol = localOrigin): void {
  doc.transact(change, origin)
}
