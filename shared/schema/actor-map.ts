import * as Y from 'yjs'

export const mapLevels = ['individual', 'municipal'] as const
export type MapLevel = (typeof mapLevels)[number]

/** The id of a team's one municipal map: a migration makes it, so two people can't make two. */
export const municipalMapId = 'municipal'

/**
 * An actor map. In the document: a Y.Map in `maps` under its id, with Y.Text `coverName` (the invented name of
 * the person in the middle; empty for the municipal map) and plain values.
 */
export type ActorMap = { id: string; level: MapLevel; coverName: string; order: string; deletedAt: number | null }

/** A new map's entry, not yet in a document. Made deleted and shown in a second step, as goals are. */
export function newMapEntry(args: { level: MapLevel; coverName: string; order: string; time: number }): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('level', args.level)
  map.set('coverName', new Y.Text(args.coverName))
  map.set('order', args.order)
  map.set('createdAt', args.time)
  map.set('deletedAt', args.time)
  return map
}

/** A cover name without quotation marks round it: people write them, and every language has its own. */
export function plainCoverName(name: string): string {
  return name.trim().replace(/^[«“”"]+\s*(.*?)\s*[»“”"]+$/u, '$1')
}
