import * as Y from 'yjs'
import { notYetShown } from '../schema/actor.ts'
import { isStandardSector } from '../schema/sector.ts'
import { isDeleted } from '../select/read.ts'
import { rootsOf, type SharedType } from './roots.ts'
import { setText } from './text.ts'

/** The origin of a restore's transaction. */
export const restoreOrigin = 'restore'

type Fields = Y.Map<unknown>

/**
 * Makes a document read as `before` does, by ordinary writes: whoever has it open, or comes back to it later, follows
 * as they follow any other change. Texts and entries stay the same ones and only what differs is written, so what
 * somebody writes elsewhere at the same moment, or wrote offline, meets the restored content and doubles nothing. What was
 * deleted since is shown again, or made anew where it was swept; what was made since is deleted at `time`
 * (ms since 1970) and can be taken back like anything else. Fields and roots that this version does not know
 * are restored too. `before` must have the schema version that `doc` has.
 */
export function restoreContent(doc: Y.Doc, before: Y.Doc, time: number): void {
  const then = rootsOf(before)
  doc.transact(() => {
    const now = rootsOf(doc)
    for (const name of new Set([...then.keys(), ...now.keys()])) {
      if (name !== 'meta') restoreRoot(name, now.get(name) ?? null, then.get(name) ?? null, { doc, time })
    }
  }, restoreOrigin)
}

function restoreRoot(
  name: string,
  now: SharedType | null,
  then: SharedType | null,
  { doc, time }: { doc: Y.Doc; time: number },
): void {
  if (then instanceof Y.Map || (then === null && now instanceof Y.Map)) {
    const entries = now ?? doc.getMap<unknown>(name)
    if (entries instanceof Y.Map) restoreEntries(name, entries, then, time)
    return
  }
  if (then instanceof Y.Text || (then === null && now instanceof Y.Text)) {
    const text = now ?? doc.getText(name)
    if (text instanceof Y.Text) restoreText(text, then)
    return
  }
  const list = now ?? doc.getArray<unknown>(name)
  if (list instanceof Y.Array) restoreList(list, then instanceof Y.Array ? then : null)
}

/** The entries of one root: entities by id, or plain values by key. */
function restoreEntries(name: string, now: Fields, then: Fields | null, time: number): void {
  for (const [key, entry] of then?.entries() ?? []) {
    const known = now.get(key)
    const wasShown = !(entry instanceof Y.Map) || entry.get('deletedAt') !== notYetShown
    if (wasShown || !(known instanceof Y.Map)) restoreField(now, key, entry)
    // It was being made: it is among what was made since.
    else deleteEntry(name, now, key, time)
  }
  for (const key of [...now.keys()]) if (!then?.has(key)) deleteEntry(name, now, key, time)
}

/** Takes away what was not there, by the means that its kind has. */
function deleteEntry(name: string, root: Fields, key: string, time: number): void {
  const entry = root.get(key)
  if (!(entry instanceof Y.Map)) return root.delete(key) // a plain value, such as a step's state
  if (name === 'measures') return // it is hidden with its goal
  if (name === 'sectors' && isStandardSector(key)) return restoreField(entry, 'name', new Y.Doc().getText())
  if (!isDeleted(entry)) entry.set('deletedAt', time)
}

function restoreFields(now: Fields, then: Fields): void {
  for (const [key, value] of then.entries()) restoreField(now, key, value)
  for (const [key, value] of [...now.entries()]) {
    if (then.has(key)) continue
    // A text stays as it is bound to: whoever writes in it offline keeps a place for it.
    if (value instanceof Y.Text) restoreText(value, null)
    else if (value instanceof Y.Map) restoreFields(value, new Y.Doc().getMap())
    else if (value instanceof Y.Array) restoreList(value, null)
    else now.delete(key)
  }
}

function restoreField(fields: Fields, key: string, then: unknown): void {
  const now = fields.get(key)
  if (then instanceof Y.Map && now instanceof Y.Map) return restoreFields(now, then)
  if (then instanceof Y.Text && now instanceof Y.Text) return restoreText(now, then)
  if (then instanceof Y.Array && now instanceof Y.Array) return restoreList(now, then)
  if (then instanceof Y.AbstractType) fields.set(key, then.clone())
  else if (now instanceof Y.AbstractType || !same(now, then) || !fields.has(key)) fields.set(key, then)
}

function restoreText(now: Y.Text, then: Y.Text | null): void {
  if (isPlain(now) && (then === null || isPlain(then))) return setText(now, then?.toString() ?? '', Infinity)
  const delta = (then?.toDelta() ?? []) as unknown[]
  if (same(now.toDelta(), delta)) return
  now.delete(0, now.length)
  now.applyDelta(delta)
}

/** Whether it is nothing but characters, as all our own texts are. */
function isPlain(text: Y.Text): boolean {
  const delta = text.toDelta() as { insert: unknown; attributes?: unknown }[]
  return delta.every(({ insert, attributes }) => typeof insert === 'string' && attributes === undefined)
}

function restoreList(now: Y.Array<unknown>, then: Y.Array<unknown> | null): void {
  if (same(now.toJSON(), then?.toJSON() ?? [])) return
  now.delete(0, now.length)
  now.insert(0, then?.toArray().map((value) => (value instanceof Y.AbstractType ? value.clone() : value)) ?? [])
}

/** Plain values are small and made of JSON. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
