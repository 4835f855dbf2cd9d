import * as Y from 'yjs'
import { municipalMapId } from '../schema/actor-map.ts'
import { undeleteMs } from '../schema/limits.ts'
import type { PurgedItem } from '../schema/purged-item.ts'
import { openTeamDocument } from '../schema/team.ts'
import { isWritten, removedMark } from '../select/find-text.ts'
import { rootsOf, type SharedType } from './roots.ts'
import { sweepDeleted } from './sweep.ts'

/**
 * A new document with the same content, written anew: none of its bytes is older than this call, so nothing that was
 * typed and deleted is in it. With a pattern, what it finds is replaced by `…` in everything that people write. The
 * document that is given stays as it is.
 */
export function contentAnew(doc: Y.Doc, pattern: RegExp | null): Y.Doc {
  const made = new Y.Doc()
  made.transact(() => {
    for (const [name, root] of rootsOf(doc)) copyRoot(made, name, root, pattern)
  })
  return made
}

/**
 * The same for a team's document without one thing, and without what hangs on it and nowhere else. Does not take the
 * municipal map, which every team has. What was deleted more than 30 days before `now` (ms since 1970) goes as well.
 */
export function contentWithout(doc: Y.Doc, item: PurgedItem, now: number): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const thing = purgedThing(copy, item)
  if (thing) {
    // Swept as if it had been deleted long ago: with it goes what hangs on it.
    thing.set('deletedAt', now - undeleteMs - 1)
    sweepDeleted(copy, now)
  }
  const made = contentAnew(copy, null)
  copy.destroy()
  return made
}

/** The thing that is to go, also when it is deleted; null if there is none, and for the municipal map. */
export function purgedThing(doc: Y.Doc, { kind, id }: PurgedItem): Y.Map<unknown> | null {
  const { goals, actions, cards, maps, actors } = openTeamDocument(doc)
  const thing = { goal: goals, action: actions, card: cards, map: maps, actor: actors }[kind].get(id)
  return thing instanceof Y.Map && !(kind === 'map' && id === municipalMapId) ? thing : null
}

function copyRoot(made: Y.Doc, name: string, root: SharedType, pattern: RegExp | null): void {
  if (root instanceof Y.Text) return made.getText(name).applyDelta(deltaOf(root, pattern))
  if (root instanceof Y.Array)
    return made.getArray(name).push(root.toArray().map((value) => anew(value, '', pattern)) as string[])
  const map = made.getMap(name)
  for (const [key, value] of root.entries()) map.set(key, anew(value, '', pattern))
}

function anew(value: unknown, field: string, pattern: RegExp | null): unknown {
  if (value instanceof Y.Map) {
    const entries = [...(value as Y.Map<unknown>).entries()]
    return new Y.Map(entries.map(([key, inner]) => [key, anew(inner, key, pattern)]))
  }
  if (value instanceof Y.Text) {
    const text = new Y.Text()
    text.applyDelta(deltaOf(value, pattern))
    return text
  }
  if (value instanceof Y.Array) {
    return Y.Array.from((value as Y.Array<unknown>).toArray().map((inner) => anew(inner, field, pattern) as string))
  }
  if (value instanceof Y.AbstractType) return value.clone()
  return withoutText(value, field, pattern)
}

/** Runs of formatted text are searched each on its own; none of our texts has any. */
function deltaOf(text: Y.Text, pattern: RegExp | null): { insert: unknown }[] {
  const delta = text.toDelta() as { insert: unknown }[]
  return delta.map((run) => ({ ...run, insert: withoutText(run.insert, 'text', pattern) }))
}

/** A plain value with what the pattern finds replaced, except in ids. */
export function withoutText<T>(value: T, field: string, pattern: RegExp | null): T {
  if (pattern === null) return value
  if (typeof value === 'string') {
    return (isWritten(field, value) ? value.replace(pattern, removedMark) : value) as T
  }
  if (Array.isArray(value)) return value.map((inner: unknown) => withoutText(inner, field, pattern)) as T
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [key, withoutText(inner, key, pattern)]),
  ) as T
}
