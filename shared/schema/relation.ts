import * as Y from 'yjs'
import { notYetShown } from './actor.ts'

/** How somebody's relation to somebody is: between the person in the middle and an actor, or between two actors. */
export const relations = ['strong', 'fair', 'weak', 'conflict', 'missing'] as const
export type Relation = (typeof relations)[number]

/** What joins two actors: they work at the same time, or one after the other. */
export const lineKinds = ['together', 'inTurn'] as const
export type LineKind = (typeof lineKinds)[number]

/**
 * A line between two actors of one map. In the document: a Y.Map in `lines` under `lineKey`, so that two people
 * who draw the same line draw one. Plain values, and Y.Text `note`. A line is hidden on reading while either
 * end is not on the map.
 */
export type Line = {
  key: string
  mapId: string
  /** the two actors; for `inTurn` the first comes before the second */
  from: string
  to: string
  kind: LineKind
  relation: Relation | null
  note: string
}

/** A line's ends as they are kept. `together` has no direction: its ends are sorted. */
export function lineEnds(from: string, to: string, kind: LineKind): [string, string] {
  return kind === 'together' && to < from ? [to, from] : [from, to]
}

/** A line's key: its map, its two ends and its kind. */
export function lineKey(mapId: string, from: string, to: string, kind: LineKind): string {
  return [mapId, ...lineEnds(from, to, kind), kind].join('|')
}

/** A new line's entry, made deleted and shown in a second step. It holds what follows from its key and nothing else. */
export function newLineEntry(args: { mapId: string; from: string; to: string; kind: LineKind }): Y.Map<unknown> {
  const [from, to] = lineEnds(args.from, args.to, args.kind)
  const map = new Y.Map<unknown>()
  map.set('mapId', args.mapId)
  map.set('from', from)
  map.set('to', to)
  map.set('kind', args.kind)
  map.set('relation', null)
  map.set('note', new Y.Text())
  map.set('deletedAt', notYetShown)
  return map
}
