import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import {
  importances,
  involvements,
  levels,
  newActorEntry,
  newPlacementEntry,
  placementKey,
  type Importance,
  type Placement,
} from '../schema/actor.ts'
import { isId } from '../schema/id.ts'
import { limits } from '../schema/limits.ts'
import type { Ordered } from '../schema/order.ts'
import { relations } from '../schema/relation.ts'
import type { TeamDocument } from '../schema/team.ts'
import { actorsOn, hasMap, shownSector } from '../select/actorMaps.ts'
import { isDeleted } from '../select/read.ts'
import { checkDate, checkPerson } from './measures.ts'
import { liveEntity } from './live.ts'
import { makeOnce } from './make-once.ts'
import { placeAfter, standsAfter } from './order.ts'
import { checkLine } from './text.ts'
import { creationOrigin, setField, write } from './write.ts'

/** Throws for what can't be a sector. One that is gone can: its actors are shown in «other» until it is taken back. */
function checkPlace(place: { sector: string; importance: Importance }): void {
  if (!isId(place.sector) || !importances.includes(place.importance)) throw new AppError('badRequest')
}

/** The actors in a ring of a sector as it is shown, as a list with places. */
function actorsIn(board: TeamDocument, mapId: string, sector: string, importance: Importance): Ordered[] {
  const shown = shownSector(board, sector)
  return actorsOn(board, mapId)
    .filter((actor) => actor.sector === shown && actor.importance === importance)
    .map((actor) => ({ id: actor.key, order: actor.order }))
}

/** Adds an actor and puts it on a map. Nothing happens if the map is gone. Made deleted, then shown: see `addGoal`. */
export function addActor(
  board: TeamDocument,
  args: { id: string; mapId: string; name: string; sector: string; importance: Importance; time: number },
): void {
  const name = checkLine(args.name, limits.actorName)
  checkPlace(args)
  if (!isId(args.id)) throw new AppError('badRequest')
  if (board.actors.has(args.id) || !hasMap(board, args.mapId)) return
  write(
    board.doc,
    () => board.actors.set(args.id, newActorEntry({ name, sector: args.sector, time: args.time })),
    creationOrigin,
  )
  makePlacement(board, { ...args, actorId: args.id })
  write(board.doc, () => {
    board.actors.get(args.id)?.set('deletedAt', null)
    board.placements.get(placementKey(args.mapId, args.id))?.set('deletedAt', null)
  })
}

/** Makes a placement that is last in its ring and not yet shown. */
function makePlacement(
  board: TeamDocument,
  args: { mapId: string; actorId: string; sector: string; importance: Importance; time: number },
): void {
  const { mapId, actorId, sector, importance, time } = args
  const key = placementKey(mapId, actorId)
  const siblings = actorsIn(board, mapId, sector, importance)
  const { order } = placeAfter(siblings, siblings.at(-1)?.id ?? null)
  makeOnce(board.placements, 'placements', key, () => newPlacementEntry({ mapId, actorId }))
  const placement = board.placements.get(key)
  write(
    board.doc,
    () => {
      const values = { importance, order, createdAt: time, deletedAt: time }
      for (const [field, value] of Object.entries(values)) placement?.set(field, value)
    },
    creationOrigin,
  )
}

/**
 * Puts an actor of the team on a map, or takes a removed placement back with all that was written in it. On a
 * map it stands on already, nothing.
 */
export function placeActor(
  board: TeamDocument,
  args: { mapId: string; actorId: string; importance: Importance; time: number },
): void {
  if (!importances.includes(args.importance)) throw new AppError('badRequest')
  const actor = liveEntity(board.actors, args.actorId)
  if (!actor || !hasMap(board, args.mapId)) return
  const sector = actor.get('sector')
  const key = placementKey(args.mapId, args.actorId)
  if (!(board.placements.get(key) instanceof Y.Map)) {
    makePlacement(board, { ...args, sector: typeof sector === 'string' ? sector : 'other' })
  }
  const placement = board.placements.get(key)
  if (placement && isDeleted(placement)) write(board.doc, () => placement.set('deletedAt', null))
}

/** Takes an actor off one map. It stays on the team's other maps. */
export function removeFromMap(board: TeamDocument, args: { mapId: string; actorId: string; time: number }): void {
  const placement = liveEntity(board.placements, placementKey(args.mapId, args.actorId))
  if (placement) write(board.doc, () => placement.set('deletedAt', args.time))
}

/** Deletes an actor from all the team's maps; its placements and lines are hidden with it. */
export function deleteActor(board: TeamDocument, args: { id: string; time: number }): void {
  const actor = liveEntity(board.actors, args.id)
  if (actor) write(board.doc, () => actor.set('deletedAt', args.time))
}

/** Takes a deleted actor back on every map it stood on. */
export function restoreActor(board: TeamDocument, args: { id: string }): void {
  const actor = board.actors.get(args.id)
  if (actor instanceof Y.Map && isDeleted(actor)) write(board.doc, () => actor.set('deletedAt', null))
}

/**
 * Moves an actor on one map: to a sector (the actor's, on all maps), a ring, and right after another there
 * (null: first; gone: last). Without `afterActorId` it keeps its place or comes last. A sector that is gone
 * meanwhile is shown as «other».
 */
export function moveActor(
  board: TeamDocument,
  args: { mapId: string; actorId: string; sector: string; importance: Importance; afterActorId?: string | null },
): void {
  checkPlace(args)
  const key = placementKey(args.mapId, args.actorId)
  const actor = liveEntity(board.actors, args.actorId)
  const placement = liveEntity(board.placements, key)
  if (!actor || !placement) return
  const list = actorsIn(board, args.mapId, args.sector, args.importance)
  const here = list.some((other) => other.id === key)
  const others = list.filter((other) => other.id !== key)
  const { afterActorId } = args
  if (here && afterActorId === undefined) return
  const after =
    afterActorId === undefined ? (others.at(-1)?.id ?? null) : afterActorId && placementKey(args.mapId, afterActorId)
  if (here && standsAfter(list, key, after)) return
  const place = placeAfter(others, after)
  write(board.doc, () => {
    // Moved within «other», an actor whose sector is gone keeps it, in case the sector is taken back.
    if (shownSector(board, actor.get('sector')) !== shownSector(board, args.sector)) actor.set('sector', args.sector)
    setField(placement, 'importance', args.importance)
    placement.set('order', place.order)
    for (const other of place.others) board.placements.get(other.id)?.set('order', other.order)
  })
}

/** The plain fields of a placement that a choice sets; `learnt` and `nextStep` are Y.Texts and are edited as text. */
export type PlacementField = 'relation' | 'involvement' | 'influence' | 'interest' | 'nextStepOwner' | 'nextStepDue'

type PlacementChange = {
  [F in PlacementField]: { mapId: string; actorId: string; field: F; value: Placement[F] }
}[PlacementField]

function checkPlacement(change: PlacementChange): PlacementChange['value'] {
  const known = <T>(list: readonly T[], value: T | null): T | null => {
    if (value !== null && !list.includes(value)) throw new AppError('badRequest')
    return value
  }
  switch (change.field) {
    case 'relation':
      return known(relations, change.value)
    case 'involvement':
      return known(involvements, change.value) ?? 'notAsked'
    case 'influence':
    case 'interest':
      return known(levels, change.value)
    case 'nextStepOwner':
      return checkPerson(change.value)
    case 'nextStepDue':
      checkDate(change.value)
      return change.value
  }
}

/** Sets one field of an actor on one map, last writer wins per field. Nothing if it was removed meanwhile. */
export function setPlacementField(board: TeamDocument, change: PlacementChange): void {
  const value = checkPlacement(change)
  const placement = liveEntity(board.placements, placementKey(change.mapId, change.actorId))
  if (placement && liveEntity(board.actors, change.actorId)) {
    write(board.doc, () => setField(placement, change.field, value))
  }
}
