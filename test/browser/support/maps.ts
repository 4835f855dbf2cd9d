import { newId } from '../../../client/new-id.ts'
import { addActor, setPlacementField } from '../../../shared/ops/actors.ts'
import { connectActors } from '../../../shared/ops/lines.ts'
import { addMap } from '../../../shared/ops/maps.ts'
import { municipalMapId } from '../../../shared/schema/actor-map.ts'
import type { Importance, Involvement } from '../../../shared/schema/actor.ts'
import type { LineKind, Relation } from '../../../shared/schema/relation.ts'
import type { MadeTeam } from '../../server/hall.ts'
import type { Network } from './network.ts'

export type ActorSeed = {
  name: string
  sector: string
  importance?: Importance
  relation?: Relation
  involvement?: Involvement
}
type MapSeed = {
  /** the person in the middle; none: the map of the whole municipality */
  coverName?: string
  actors?: ActorSeed[]
  lines?: { from: string; to: string; kind: LineKind; relation?: Relation }[]
}

/** Writes a map as somebody did before the test begins. Resolves to its id, and those of its actors by name. */
export async function writeMap(network: Network, seed: MapSeed, team: MadeTeam = network.first) {
  const { coverName, actors = [], lines = [] } = seed
  const mapId = coverName === undefined ? municipalMapId : newId()
  const ids = new Map(actors.map(({ name }) => [name, newId()]))
  const idOf = (name: string) => ids.get(name) ?? ''
  const time = Date.now()
  await network.writeBoard(team, (board) => {
    if (coverName !== undefined) addMap(board, { id: mapId, coverName, time })
    for (const { name, sector, importance = 2, relation, involvement } of actors) {
      const place = { mapId, actorId: idOf(name) }
      addActor(board, { id: idOf(name), mapId, name, sector, importance, time })
      if (relation) setPlacementField(board, { ...place, field: 'relation', value: relation })
      if (involvement) setPlacementField(board, { ...place, field: 'involvement', value: involvement })
    }
    for (const { from, to, kind, relation = null } of lines) {
      connectActors(board, { mapId, from: idOf(from), to: idOf(to), kind, relation, time })
    }
  })
  return { mapId, idOf }
}

export const mapPath = (team: MadeTeam, mapId?: string, actorId?: string): string =>
  ['/team', team.id, 'kart', mapId, actorId].filter((part) => part !== undefined).join('/')

export const mapListPath = (team: MadeTeam, mapId: string): string => `/team/${team.id}/kart/liste/${mapId}`
