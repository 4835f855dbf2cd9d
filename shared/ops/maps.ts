import * as Y from 'yjs'
import { municipalMapId, newMapEntry } from '../schema/actor-map.ts'
import { limits } from '../schema/limits.ts'
import { isStandardSector } from '../schema/sector.ts'
import type { TeamDocument } from '../schema/team.ts'
import { allMaps, allSectors } from '../select/actorMaps.ts'
import { isDeleted } from '../select/read.ts'
import { liveEntity } from './live.ts'
import { placeAfter } from './order.ts'
import { checkLine, setText } from './text.ts'
import { creationOrigin, write } from './write.ts'

/** Adds an individual map for a person with this cover name. Made deleted, then shown: see `addGoal`. */
export function addMap(board: TeamDocument, args: { id: string; coverName: string; time: number }): void {
  const coverName = checkLine(args.coverName, limits.coverName)
  if (board.maps.has(args.id)) return
  const siblings = allMaps(board).filter((map) => map.level === 'individual')
  const { order } = placeAfter(siblings, siblings.at(-1)?.id ?? null)
  write(
    board.doc,
    () => board.maps.set(args.id, newMapEntry({ level: 'individual', coverName, order, time: args.time })),
    creationOrigin,
  )
  restoreMap(board, args)
}

/** Marks an individual map deleted; its placements and lines are hidden with it. The municipal one stays. */
export function deleteMap(board: TeamDocument, args: { id: string; time: number }): void {
  const map = args.id === municipalMapId ? null : liveEntity(board.maps, args.id)
  if (map) write(board.doc, () => map.set('deletedAt', args.time))
}

/** Takes a deleted map back with everything on it. */
export function restoreMap(board: TeamDocument, args: { id: string }): void {
  const map = board.maps.get(args.id)
  if (map instanceof Y.Map && isDeleted(map)) write(board.doc, () => map.set('deletedAt', null))
}

/** Adds a sector of the team's own, last. */
export function addSector(board: TeamDocument, args: { id: string; name: string; time: number }): void {
  const name = checkLine(args.name, limits.sectorName)
  if (board.sectors.has(args.id) || isStandardSector(args.id)) return
  const siblings = allSectors(board)
  const { order } = placeAfter(siblings, siblings.at(-1)?.id ?? null)
  write(board.doc, () => {
    const sector = new Y.Map<unknown>()
    sector.set('name', new Y.Text(name))
    sector.set('order', order)
    sector.set('createdAt', args.time)
    sector.set('deletedAt', null)
    board.sectors.set(args.id, sector)
  })
}

/** Renames a sector. '' gives a standard sector its standard name back; one of the team's own needs a name. */
export function renameSector(board: TeamDocument, args: { id: string; name: string }): void {
  const standard = isStandardSector(args.id)
  const name = standard && args.name.trim() === '' ? '' : checkLine(args.name, limits.sectorName)
  const sector = board.sectors.get(args.id)
  if (sector instanceof Y.Map) {
    const text = sector.get('name')
    if (text instanceof Y.Text) setText(text, name, limits.sectorName)
    return
  }
  if (!standard || name === '') return
  write(board.doc, () => {
    const renamed = new Y.Map<unknown>()
    renamed.set('name', new Y.Text(name))
    board.sectors.set(args.id, renamed)
  })
}

/** Removes a sector of the team's own; its actors are shown in «other». Standard ones stay. */
export function deleteSector(board: TeamDocument, args: { id: string; time: number }): void {
  const sector = isStandardSector(args.id) ? null : liveEntity(board.sectors, args.id)
  if (sector) write(board.doc, () => sector.set('deletedAt', args.time))
}
