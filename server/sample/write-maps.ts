import type * as Y from 'yjs'
import { addActor, placeActor, setPlacementField } from '../../shared/ops/actors.ts'
import { connectActors } from '../../shared/ops/lines.ts'
import { addMap, addSector, renameSector } from '../../shared/ops/maps.ts'
import { setText } from '../../shared/ops/text.ts'
import { municipalMapId } from '../../shared/schema/actor-map.ts'
import { placementKey } from '../../shared/schema/actor.ts'
import { limits } from '../../shared/schema/limits.ts'
import { lineKey } from '../../shared/schema/relation.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import type { SampleActor, SampleBoards, SampleLine, SampleMap, SampleNotes } from './sample-boards.ts'
import { daysAfter } from './sample-dates.ts'
import { personOf, type Writing } from './write-goals.ts'

/** Ids by the names that the sample uses. */
export type MapIds = { maps: Map<string, string>; actors: Map<string, string> }

/** Writes a team's sectors and actor maps by the operations that people use. */
export function writeMaps(board: TeamDocument, boards: SampleBoards, writing: Writing): MapIds {
  const ids: MapIds = { maps: new Map(), actors: new Map() }
  for (const [id, name] of Object.entries(boards.renamed ?? {})) renameSector(board, { id, name })
  const sectors = new Map<string, string>()
  for (const name of boards.ownSectors ?? []) {
    const id = writing.newId()
    sectors.set(name, id)
    addSector(board, { id, name, time: writing.now })
  }
  for (const map of boards.maps ?? []) writeMap(board, map, { ...writing, ids, sectors })
  return ids
}

type Mapping = Writing & { ids: MapIds; sectors: ReadonlyMap<string, string> }

function writeMap(board: TeamDocument, map: SampleMap, mapping: Mapping): void {
  const { coverName } = map
  const mapId = coverName === undefined ? municipalMapId : mapping.newId()
  if (coverName !== undefined) {
    addMap(board, { id: mapId, coverName, time: mapping.now })
    mapping.ids.maps.set(coverName, mapId)
  }
  for (const actor of map.actors) writeActor(board, mapId, actor, mapping)
  for (const line of map.lines ?? []) writeLine(board, mapId, line, mapping)
}

function writeActor(board: TeamDocument, mapId: string, actor: SampleActor, mapping: Mapping): void {
  const [name, sectorName, importance, relation, involvement, learnt, notes] = actor
  const known = mapping.ids.actors.get(name)
  const actorId = known ?? mapping.newId()
  const time = mapping.now
  mapping.ids.actors.set(name, actorId)
  if (known !== undefined) placeActor(board, { mapId, actorId, importance, time })
  else {
    const sector = mapping.sectors.get(sectorName) ?? sectorName
    addActor(board, { id: actorId, mapId, name, sector, importance, time })
  }
  if (relation !== null) setPlacementField(board, { mapId, actorId, field: 'relation', value: relation })
  setPlacementField(board, { mapId, actorId, field: 'involvement', value: involvement })
  if (learnt) setText(textOf(board, mapId, actorId, 'learnt'), learnt, limits.learnt)
  if (notes) writeNotes(board, { mapId, actorId }, notes, mapping)
}

function writeNotes(
  board: TeamDocument,
  place: { mapId: string; actorId: string },
  notes: SampleNotes,
  mapping: Mapping,
): void {
  const { influence, interest, nextStep, owner, dueInDays } = notes
  if (influence !== undefined) setPlacementField(board, { ...place, field: 'influence', value: influence })
  if (interest !== undefined) setPlacementField(board, { ...place, field: 'interest', value: interest })
  if (nextStep !== undefined) setText(textOf(board, place.mapId, place.actorId, 'nextStep'), nextStep, limits.nextStep)
  if (owner !== undefined) {
    setPlacementField(board, { ...place, field: 'nextStepOwner', value: personOf(owner, mapping) })
  }
  if (dueInDays !== undefined) {
    setPlacementField(board, { ...place, field: 'nextStepDue', value: daysAfter(mapping.now, dueInDays) })
  }
}

function writeLine(board: TeamDocument, mapId: string, line: SampleLine, { ids, now }: Mapping): void {
  const [fromName, toName, kind, relation, note] = line
  const from = ids.actors.get(fromName)
  const to = ids.actors.get(toName)
  if (from === undefined || to === undefined) throw new Error(`The sample joins nobody: ${fromName}, ${toName}`)
  connectActors(board, { mapId, from, to, kind, relation, time: now })
  if (note === undefined) return
  setText(board.lines.get(lineKey(mapId, from, to, kind))?.get('note') as Y.Text, note, limits.lineNote)
}

function textOf(board: TeamDocument, mapId: string, actorId: string, field: 'learnt' | 'nextStep'): Y.Text {
  return board.placements.get(placementKey(mapId, actorId))?.get(field) as Y.Text
}
