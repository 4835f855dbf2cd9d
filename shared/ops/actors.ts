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
import { limits } from '../schema/limits.ts'
import { relations } from '../schema/relation.ts'
import type { TeamDocument } from '../schema/team.ts'
import { actorsOn, allSectors } from '../select/actorMaps.ts'
import { isDeleted } from '../select/read.ts'
import { checkDate, checkPerson } from './measures.ts'
import { liveEntity } from './live.ts'
import { placeAfter } from './order.ts'
import { checkLine } from './text.ts'
import { creationOrigin, setField, write } from './write.ts'

function checkSector(board: TeamDocument, sector: string): void {
  if (!allSectors(board).some((known) => known.id === sector)) throw new AppError('badRequest')
}

/** The order of a newcomer to a ring of a sector: last there. */
function lastIn(board: TeamDocument, mapId: string, sector: string, importance: Importance): string {
  const siblings = actorsOn(board, mapId)
    .filter((actor) => actor.sector === sector && actor.importance === importance)
    .map((actor) => ({ id: actor.key, order: actor.order }))
  return placeAfter(siblings, siblings.at(-1)?.id ?? null).order
}

/** Adds an actor and puts it on a map. Nothing happens if the map is gone. Made deleted, then shown: see `addGoal`. */
export function addActor(
  board: TeamDocument,
  args: { id: string; mapId: string; name: string; sector: string; importance: Importance; time: number },
): void {
  const name = checkLine(args.name, limits.actorName)
  checkSector(board, args.sector)
  if (!importances.includes(args.importance)) throw new AppError('badRequest')
  if (board.actors.has(args.id) || !liveEntity(board.maps, args.mapId)) return
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

function makePlacement(
  board: TeamDocument,
  args: { mapId: string; actorId: string; sector: string; importance: Importance; time: number },
): void {
  const order = lastIn(board, args.mapId, args.sector, args.importance)
  write(
    board.doc,
    () => board.placements.set(placementKey(args.mapId, args.actorId), newPlacementEntry({ ...args, order })),
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
  if (!actor || !liveEntity(board.maps, args.mapId)) return
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
 * (null: first; gone: last). Without `afterActorId` it keeps its place or comes last.
 */
export function moveActor(
  board: TeamDocument,
  args: { mapId: string; actorId: string; sector: string; importance: Importance; afterActorId?: string | null },
): void {
  checkSector(board, args.sector)
  if (!importances.includes(args.importance)) throw new AppError('badRequest')
  const actor = liveEntity(board.actors, args.actorId)
  const placement = liveEntity(board.placements, placementKey(args.mapId, args.actorId))
  if (!actor || !placement) return
  const same = actor.get('sector') === args.sector && placement.get('importance') === args.importance
  if (same && args.afterActorId === undefined) return
  const siblings = actorsOn(board, args.mapId)
    .filter((other) => other.sector === args.sector && other.importance === args.importance)
    .filter((other) => other.actorId !== args.actorId)
    .map((other) => ({ id: other.key, order: other.order }))
  const afterKey =
    args.afterActorId === undefined
      ? (siblings.at(-1)?.id ?? null)
      : args.afterActorId && placementKey(args.mapId, args.afterActorId)
  const place = placeAfter(siblings, afterKey)
  write(board.doc, () => {
    setField(actor, 'sector', args.sector)
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
