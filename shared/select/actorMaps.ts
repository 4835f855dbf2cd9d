import type * as Y from 'yjs'
import { municipalMapId, type ActorMap, plainCoverName } from '../schema/actor-map.ts'
import { importances, involvements, levels, placementKey } from '../schema/actor.ts'
import type { Actor, Importance, Placement } from '../schema/actor.ts'
import { compareText } from '../locale/sorting.ts'
import { isDate } from '../schema/date.ts'
import { isId } from '../schema/id.ts'
import { byOrder } from '../schema/order.ts'
import { lineKey, lineKinds, relations, type Line, type Relation } from '../schema/relation.ts'
import { isStandardSector, standardSectors, type Sector } from '../schema/sector.ts'
import type { TeamDocument } from '../schema/team.ts'
import { readPerson } from './measures.ts'
import { entries, isDeleted, readChoice, readString, readText, readTime } from './read.ts'

/** An actor as it stands on one map: what is the actor's and what is the placement's, together. */
export type PlacedActor = Placement & { name: string; sector: string }

/** Everything of one map, ready to lay out. `sectors` holds every sector of the team, in order round the map. */
export type ActorMapView = { map: ActorMap; sectors: Sector[]; actors: PlacedActor[]; lines: Line[] }

function readMap(id: string, map: Y.Map<unknown>): ActorMap {
  return {
    id,
    level: 'individual',
    coverName: plainCoverName(readText(map.get('coverName'))),
    order: readString(map.get('order')) ?? '',
    deletedAt: readTime(map.get('deletedAt')),
  }
}

/** The one that every team has. It can be neither deleted nor renamed, whatever a program wrote in its entry. */
const municipalMap: ActorMap = { id: municipalMapId, level: 'municipal', coverName: '', order: '', deletedAt: null }

function individualMaps(board: TeamDocument): ActorMap[] {
  return entries(board.maps)
    .filter(([id]) => isId(id) && id !== municipalMapId)
    .map(([id, map]) => readMap(id, map))
}

/** The team's maps that are not deleted: the individual ones in order, then the municipal one. */
export function allMaps(board: TeamDocument): ActorMap[] {
  const individual = individualMaps(board).filter((map) => map.deletedAt === null)
  return [...individual.sort(byOrder), municipalMap]
}

/** Whether a map is there to put actors on. */
export function hasMap(board: TeamDocument, mapId: string): boolean {
  return allMaps(board).some((map) => map.id === mapId)
}

/** The individual maps that can be taken back, latest deleted first. */
export function deletedMaps(board: TeamDocument): ActorMap[] {
  return individualMaps(board)
    .filter((map) => map.deletedAt !== null)
    .sort(latestDeleted)
}

function latestDeleted(a: ActorMap | Sector, b: ActorMap | Sector): number {
  return (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || byOrder(a, b)
}

/** Every sector: the standard ones where the team has not moved them, and its own. `name` '' is the standard name. */
export function allSectors(board: TeamDocument): Sector[] {
  const own = new Map(entries(board.sectors))
  const standard = standardSectors.map((id, index): Sector => {
    const map = own.get(id)
    const order = readString(map?.get('order')) ?? `a${index}`
    return { id, name: readText(map?.get('name')), standard: true, order, deletedAt: null }
  })
  const added = ownSectors(board).filter((sector) => sector.deletedAt === null)
  return [...standard, ...added].sort(byOrder)
}

function ownSectors(board: TeamDocument): Sector[] {
  return entries(board.sectors)
    .filter(([id]) => isId(id) && !isStandardSector(id))
    .map(([id, map]) => ({
      id,
      name: readText(map.get('name')),
      standard: false,
      order: readString(map.get('order')) ?? '',
      deletedAt: readTime(map.get('deletedAt')),
    }))
}

/** The team's own sectors that can be taken back, latest removed first. */
export function deletedSectors(board: TeamDocument): Sector[] {
  return ownSectors(board)
    .filter((sector) => sector.deletedAt !== null)
    .sort(latestDeleted)
}

/** The sector that an actor with this one is shown in: itself, or `other` when it is gone. */
export function shownSector(board: TeamDocument, sector: unknown): string {
  return allSectors(board).find((known) => known.id === sector)?.id ?? 'other'
}

function readActor(id: string, map: Y.Map<unknown>): Actor {
  return {
    id,
    name: readText(map.get('name')),
    sector: readString(map.get('sector')) ?? 'other',
    deletedAt: readTime(map.get('deletedAt')),
  }
}

/** The team's actors that are not deleted, on a map or not, as they came. A sector that is gone reads as `other`. */
function liveActors(board: TeamDocument): Actor[] {
  const sectors = new Set(allSectors(board).map((sector) => sector.id))
  return entries(board.actors)
    .filter(([id]) => isId(id))
    .map(([id, map]) => readActor(id, map))
    .filter((actor) => actor.deletedAt === null)
    .map((actor) => (sectors.has(actor.sector) ? actor : { ...actor, sector: 'other' }))
}

const byName = (a: Actor, b: Actor) => compareText(a.name, b.name) || (a.id < b.id ? -1 : 1)

/** Every actor of the team that is not deleted, on a map or not, by name. A sector that is gone reads as `other`. */
export function allActors(board: TeamDocument): Actor[] {
  return liveActors(board).sort(byName)
}

/** The actors that can be taken back, latest deleted first. */
export function deletedActors(board: TeamDocument): Actor[] {
  return entries(board.actors)
    .filter(([id]) => isId(id))
    .map(([id, map]) => readActor(id, map))
    .filter((actor) => actor.deletedAt !== null)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || (a.id < b.id ? -1 : 1))
}

/** One of the relations, or null for «not chosen yet» and anything else. */
function readRelation(value: unknown): Relation | null {
  return relations.find((relation) => relation === value) ?? null
}

function readLevel(value: unknown): Placement['influence'] {
  return levels.find((level) => level === value) ?? null
}

function readPlacement(key: string, map: Y.Map<unknown>): Placement {
  const due = map.get('nextStepDue')
  return {
    key,
    mapId: readString(map.get('mapId')) ?? '',
    actorId: readString(map.get('actorId')) ?? '',
    importance: importances.find((importance) => importance === map.get('importance')) ?? (1 satisfies Importance),
    relation: readRelation(map.get('relation')),
    involvement: readChoice(map.get('involvement'), involvements, 'notAsked'),
    influence: readLevel(map.get('influence')),
    interest: readLevel(map.get('interest')),
    learnt: readText(map.get('learnt')),
    nextStep: readText(map.get('nextStep')),
    nextStepOwner: readPerson(map.get('nextStepOwner')),
    nextStepDue: isDate(due) ? due : null,
    order: readString(map.get('order')) ?? '',
    deletedAt: readTime(map.get('deletedAt')),
  }
}

/** The actors on one map, sorted: innermost first, then by order. Deleted actors and removed placements are not there. */
export function actorsOn(board: TeamDocument, mapId: string): PlacedActor[] {
  const actors = new Map(liveActors(board).map((actor) => [actor.id, actor]))
  return entries(board.placements)
    .filter(([, map]) => map.get('mapId') === mapId && !isDeleted(map))
    .flatMap(([key, map]) => {
      const actor = actors.get(readString(map.get('actorId')) ?? '')
      // An entry under another key than its own would put an actor on a map twice.
      if (!actor || key !== placementKey(mapId, actor.id)) return []
      return [{ ...readPlacement(key, map), name: actor.name, sector: actor.sector }]
    })
    .sort(byPlace)
}

/** The same for every map, by map id, in one pass; maps without any are not in it. */
export function actorsByMap(board: TeamDocument): Map<string, PlacedActor[]> {
  const actors = new Map(liveActors(board).map((actor) => [actor.id, actor]))
  const byMap = new Map<string, PlacedActor[]>()
  for (const [key, map] of entries(board.placements)) {
    const placement = readPlacement(key, map)
    const actor = actors.get(placement.actorId)
    if (!actor || isDeleted(map) || key !== placementKey(placement.mapId, actor.id)) continue
    const placed = { ...placement, name: actor.name, sector: actor.sector }
    const others = byMap.get(placement.mapId)
    if (others) others.push(placed)
    else byMap.set(placement.mapId, [placed])
  }
  for (const placed of byMap.values()) placed.sort(byPlace)
  return byMap
}

function byPlace(a: Placement, b: Placement): number {
  if (a.importance !== b.importance) return b.importance - a.importance
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.key < b.key ? -1 : 1
}

/** The team's actors that are not on this map: what «bring over» offers. */
export function actorsNotOn(board: TeamDocument, mapId: string): Actor[] {
  const here = new Set(actorsOn(board, mapId).map((placed) => placed.actorId))
  return allActors(board).filter((actor) => !here.has(actor.id))
}

/** The lines of one map whose two ends are both on it, by key. */
export function linesOn(board: TeamDocument, mapId: string): Line[] {
  return linesAmong(board, mapId, actorsOn(board, mapId))
}

function linesAmong(board: TeamDocument, mapId: string, actors: readonly PlacedActor[]): Line[] {
  const here = new Set(actors.map((placed) => placed.actorId))
  return entries(board.lines)
    .filter(([, map]) => map.get('mapId') === mapId && !isDeleted(map))
    .map(
      ([key, map]): Line => ({
        key,
        mapId,
        from: readString(map.get('from')) ?? '',
        to: readString(map.get('to')) ?? '',
        kind: readChoice(map.get('kind'), lineKinds, 'together'),
        relation: readRelation(map.get('relation')),
        note: readText(map.get('note')),
      }),
    )
    .filter((line) => line.key === lineKey(mapId, line.from, line.to, line.kind))
    .filter((line) => line.from !== line.to && here.has(line.from) && here.has(line.to))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** One map with all that is on it; null for one that is deleted or never was. */
export function actorMapView(board: TeamDocument, mapId: string): ActorMapView | null {
  const map = allMaps(board).find((candidate) => candidate.id === mapId)
  if (!map) return null
  const actors = actorsOn(board, mapId)
  return { map, sectors: allSectors(board), actors, lines: linesAmong(board, mapId, actors) }
}

/** How many actors a map has, how many of them are with us and how many nobody has asked. */
export function mapCounts(actors: readonly Pick<Placement, 'involvement'>[]): {
  actors: number
  with: number
  notAsked: number
} {
  const count = (involvement: Placement['involvement']) =>
    actors.filter((actor) => actor.involvement === involvement).length
  return { actors: actors.length, with: count('with'), notAsked: count('notAsked') }
}
