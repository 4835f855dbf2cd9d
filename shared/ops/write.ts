import type * as Y from 'yjs'

/** What this person did: the undo manager follows only this origin. */
export const localOrigin = Symbol('local')

/** The making of an entity, before it is shown. Not followed by undo: see `addGoal`. */
export const creationOrigin = Symbol('creation')

/** Runs an operation's changes as one transaction with one origin. */
export function write(doc: Y.Doc, change: () => void, origin: symbol = localOrigin): void {
  doc.transact(change, origin)
}

/**
 * Sets one plain value unless it stands there already: choosing again what is chosen must neither cost a
 * step of undo nor win over what another person sets at the same moment.
 */
export function setField(map: Y.Map<unknown>, key: string, value: unknown): void {
  const before = map.get(key)
  if (before === value) return
  // People are small objects, compared by what is in them.
  if (typeof value === 'object' && value !== null && JSON.stringify(before) === JSON.stringify(value)) return
  map.set(key, value)
}
