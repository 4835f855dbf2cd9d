import * as Y from 'yjs'

/** The sectors that every map begins with, clockwise from the top. */
export const standardSectors = ['network', 'municipality', 'specialist', 'state', 'voluntary', 'other'] as const
export type StandardSector = (typeof standardSectors)[number]

/**
 * A sector of the team's maps. Standard ones are always there; a team may rename them and add its own. In the
 * document: a Y.Map in `sectors` under its id with Y.Text `name` (empty: the standard name in the reader's
 * language) and `order`. An actor whose sector is gone is shown in `other`.
 */
export type Sector = { id: string; name: string; standard: boolean; order: string; deletedAt: number | null }

/** True for one of the sectors that every map has. */
export function isStandardSector(id: string): id is StandardSector {
  return standardSectors.some((sector) => sector === id)
}

/** A new sector's entry, made deleted and shown in a second step. */
export function newSectorEntry(args: { name: string; order: string; time: number }): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('name', new Y.Text(args.name))
  map.set('order', args.order)
  map.set('createdAt', args.time)
  map.set('deletedAt', args.time)
  return map
}
