import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { municipalMapId, newMapEntry } from '../schema/actor-map.ts'
import { isId } from '../schema/id.ts'
import { limits } from '../schema/limits.ts'
import { isStandardSector, newSectorEntry } from '../schema/sector.ts'
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
  if (!isId(args.id)) throw new AppError('badRequest')
  if (args.id === municipalMapId || board.maps.has(args.id)) return
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
  restore(board, board.maps, args.id)
}

/** Adds a sector of the team's own, last. Made deleted, then shown: see `addGoal`. */
export function addSector(board: TeamDocument, args: { id: string; name: string; time: number }): void {
  const name = checkLine(args.name, limits.sectorName)
  if (!isId(args.id)) throw new AppError('badRequest')
  if (board.sectors.has(args.id) || isStandardSector(args.id)) return
  const siblings = allSectors(board)
  const { order } = placeAfter(siblings, siblings.at(-1)?.id ?? null)
  write(board.doc, () => board.sectors.set(args.id, newSectorEntry({ name, order, time: args.time })), creationOrigin)
  restoreSector(board, args)
}

/**
 * Renames a sector. '' gives a standard sector its standard name back; one of the team's own needs a name.
 * Where two rename a standard sector for the first time at once, one of the two names stands.
 */
export function renameSector(board: TeamDocument, args: { id: string; name: string }): void {
  const standard = isStandardSector(args.id)
  const name = standard && args.name.trim() === '' ? '' : checkLine(args.name, limits.sectorName)
  if (standard && name !== '' && !(board.sectors.get(args.id) instanceof Y.Map)) {
    // Undo takes back the name and leaves the entry: another may have written a name of their own in it.
    write(board.doc, () => board.sectors.set(args.id, new Y.Map([['name', new Y.Text()]])), creationOrigin)
  }
  const text = liveSector(board, args.id)?.get('name')
  if (text instanceof Y.Text) setText(text, name, limits.sectorName)
}

/** A standard sector is there whatever its entry says. */
function liveSector(board: TeamDocument, id: string): Y.Map<unknown> | null {
  const sector = board.sectors.get(id)
  return isStandardSector(id) && sector instanceof Y.Map ? sector : liveEntity(board.sectors, id)
}

/** Removes a sector of the team's own; its actors are shown in «other». Standard ones stay. */
export function deleteSector(board: TeamDocument, args: { id: string; time: number }): void {
  const sector = isStandardSector(args.id) ? null : liveEntity(board.sectors, args.id)
  if (sector) write(board.doc, () => sector.set('deletedAt', args.time))
}

/** Takes a removed sector back; the actors that stood in it and were not moved meanwhile stand there again. */
export function restoreSector(board: TeamDocument, args: { id: string }): void {
  restore(board, board.sectors, args.id)
}

function restore(board: TeamDocument, root: Y.Map<Y.Map<unknown>>, id: string): void {
  const entity = root.get(id)
  if (entity instanceof Y.Map && isDeleted(entity)) write(board.doc, () => entity.set('deletedAt', null))
}
