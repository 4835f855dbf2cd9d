import {
  addActor,
  deleteActor,
  moveActor,
  placeActor,
  removeFromMap,
  restoreActor,
  setPlacementField,
} from '../../shared/ops/actors.ts'
import { connectActors, removeLine, setLineRelation } from '../../shared/ops/lines.ts'
import {
  addMap,
  addSector,
  deleteMap,
  deleteSector,
  renameSector,
  restoreMap,
  restoreSector,
} from '../../shared/ops/maps.ts'
import { municipalMapId } from '../../shared/schema/actor-map.ts'
import { importances, involvements, levels, placementKey } from '../../shared/schema/actor.ts'
import { limits } from '../../shared/schema/limits.ts'
import { lineKinds, relations } from '../../shared/schema/relation.ts'
import { standardSectors } from '../../shared/schema/sector.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import {
  actorMapView,
  actorsNotOn,
  actorsOn,
  allActors,
  allMaps,
  allSectors,
  deletedActors,
  deletedMaps,
  deletedSectors,
  linesOn,
  mapCounts,
} from '../../shared/select/actorMaps.ts'
import { deletionTime, typeInto, words, type Hand } from './hand.ts'

const placeOf = ({ board, random }: Hand) => ({
  sector: random.pick(allSectors(board))?.id ?? 'other',
  importance: random.pick(importances) ?? 1,
})

type MapOperation = (hand: Hand, mapId: string, actorId: string) => string

/** The first adds, the others need an actor. */
export const mapOperations: readonly [MapOperation, ...MapOperation[]] = [
  (hand, mapId) => {
    const id = hand.newId()
    addActor(hand.board, { id, mapId, name: hand.random.pick(words), ...placeOf(hand), time: hand.now })
    return `addActor ${id} to ${mapId}`
  },
  (hand) => {
    const { board, random, now } = hand
    const maps = allMaps(board)
    if (maps.length < 3) addMap(board, { id: hand.newId(), coverName: random.pick(words), time: now })
    else deleteMap(board, { id: random.pick(maps)?.id ?? '', time: deletionTime(hand) })
    return 'map'
  },
  ({ board, random }) => {
    const id = random.pick(deletedMaps(board))?.id
    if (id) restoreMap(board, { id })
    return `restoreMap ${id}`
  },
  (hand, mapId) => {
    const { board, random, now } = hand
    const actorId = random.pick(actorsNotOn(board, mapId))?.id
    if (actorId) placeActor(board, { mapId, actorId, importance: placeOf(hand).importance, time: now })
    return `placeActor ${actorId} on ${mapId}`
  },
  (hand, mapId, actorId) => {
    moveActor(hand.board, { mapId, actorId, ...placeOf(hand) })
    return `moveActor ${actorId} on ${mapId}`
  },
  (hand, mapId, actorId) => {
    const other = hand.random.pick(actorsOn(hand.board, mapId))
    if (!other) return 'alone'
    const { sector, importance } = other
    const afterActorId = hand.random.chance(0.3) ? null : other.actorId
    moveActor(hand.board, { mapId, actorId, sector, importance, afterActorId })
    return `moveActor ${actorId} on ${mapId} after ${afterActorId}`
  },
  (hand, mapId, actorId) => {
    removeFromMap(hand.board, { mapId, actorId, time: deletionTime(hand) })
    return `removeFromMap ${actorId} ${mapId}`
  },
  (hand, _, id) => {
    if (hand.random.chance(0.5)) deleteActor(hand.board, { id, time: deletionTime(hand) })
    else restoreActor(hand.board, { id: hand.random.pick(deletedActors(hand.board))?.id ?? '' })
    return `deleteActor ${id}`
  },
  ({ board, random }, mapId, actorId) => {
    const place = { mapId, actorId }
    const what = random.whole(0, 4)
    if (what === 0) setPlacementField(board, { ...place, field: 'relation', value: random.pick(relations) })
    if (what === 1) setPlacementField(board, { ...place, field: 'involvement', value: random.pick(involvements) })
    if (what === 2) setPlacementField(board, { ...place, field: 'influence', value: random.pick(levels) })
    if (what === 3) setPlacementField(board, { ...place, field: 'nextStepOwner', value: { personId: 'p' } })
    if (what === 4) setPlacementField(board, { ...place, field: 'nextStepDue', value: '2027-06-01' })
    return `placement ${actorId} ${mapId} ${what}`
  },
  ({ board, random }, mapId, actorId) => {
    const placement = board.placements.get(placementKey(mapId, actorId))
    const field = random.pick(['learnt', 'nextStep'] as const) ?? 'learnt'
    return `${field} ${actorId} ${mapId} ${typeInto(placement?.get(field), random, limits.nextStep)}`
  },
  ({ board, random }, _, actorId) =>
    `name ${actorId} ${typeInto(board.actors.get(actorId)?.get('name'), random, limits.actorName)}`,
  ({ board, random, now }, mapId, from) => {
    const to = random.pick(actorsOn(board, mapId))?.actorId ?? from
    const relation = random.chance(0.5) ? random.pick(relations) : null
    connectActors(board, { mapId, from, to, kind: random.pick(lineKinds) ?? 'together', relation, time: now })
    return `connectActors ${from} ${to} on ${mapId}`
  },
  (hand, mapId) => {
    const { board, random } = hand
    const key = random.pick(linesOn(board, mapId))?.key
    if (!key) return `no line on ${mapId}`
    if (random.chance(0.3)) removeLine(board, { key, time: deletionTime(hand) })
    else if (random.chance(0.5)) setLineRelation(board, { key, relation: random.pick(relations) })
    else typeInto(board.lines.get(key)?.get('note'), random, limits.lineNote)
    return `line ${key}`
  },
  (hand) => {
    const { board, random, now } = hand
    const own = allSectors(board).filter((sector) => !sector.standard)
    const id = random.pick(own)?.id
    const what = random.whole(0, 3)
    if (what === 0 && own.length < 3) addSector(board, { id: hand.newId(), name: random.pick(words), time: now })
    if (what === 1 && id) deleteSector(board, { id, time: deletionTime(hand) })
    if (what === 2) restoreSector(board, { id: random.pick(deletedSectors(board))?.id ?? '' })
    if (what === 3) renameSector(board, { id: id ?? random.pick(standardSectors) ?? '', name: random.pick(words) })
    return `sector ${id} ${what}`
  },
]

/** Everything that the actor map's screens read. */
export function readMaps(board: TeamDocument): void {
  for (const { id } of allMaps(board)) {
    const view = actorMapView(board, id)
    if (view) mapCounts(view.actors)
  }
  actorsNotOn(board, municipalMapId)
  allActors(board)
  deletedActors(board)
  deletedMaps(board)
  deletedSectors(board)
}
