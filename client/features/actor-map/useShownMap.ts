import { useMemo } from 'react'
import type { Actor } from '../../../shared/schema/actor.ts'
import { municipalMapId, type ActorMap } from '../../../shared/schema/actor-map.ts'
import { openTalkDocument, type Member } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import {
  actorMapView,
  actorsNotOn,
  actorsOn,
  allMaps,
  deletedActors,
  deletedMaps,
  type ActorMapView,
} from '../../../shared/select/actorMaps.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import type { ShownMap } from './ActorMapContext.ts'
import { sectorName } from '../../ui/map/sectorName.ts'
import { mapName } from './mapNames.ts'

type MapsView = {
  maps: ActorMap[]
  view: ActorMapView | null
  others: Actor[]
  deletedActors: Actor[]
  deletedMaps: ActorMap[]
}

const nothing: MapsView = { maps: [], view: null, others: [], deletedActors: [], deletedMaps: [] }
const nobody: ReadonlyMap<string, Member> = new Map()

/**
 * The team's maps and the one that is open. `asked` is the map of the address; without one it is the first
 * individual map, or the municipal one when only that has been begun; a team without any is asked who is in the middle.
 */
export function useShownMap(open: OpenDocument, talk: OpenDocument | null, asked: string | null) {
  const { map: m } = useMessages('map')
  const read =
    useSelect(open, (doc): MapsView => {
      const board = openTeamDocument(doc)
      const maps = allMaps(board)
      const begun = actorsOn(board, municipalMapId).length > 0 ? municipalMapId : null
      const mapId = asked ?? maps.find((map) => map.level === 'individual')?.id ?? begun
      return {
        maps,
        view: mapId === null ? null : actorMapView(board, mapId),
        others: mapId === null ? [] : actorsNotOn(board, mapId),
        deletedActors: deletedActors(board),
        deletedMaps: deletedMaps(board),
      }
    }) ?? nothing
  const members =
    useSelect(talk, (doc): ReadonlyMap<string, Member> => new Map(openTalkDocument(doc).members.entries())) ?? nobody
  const { view } = read
  const shown = useMemo<ShownMap | null>(
    () =>
      view && {
        ...view,
        sectorNames: new Map(view.sectors.map((sector) => [sector.id, sectorName(sector, m)])),
        middle: view.map.level === 'municipal' ? m.wholeTeam : mapName(view.map, m),
        members,
      },
    [view, members, m],
  )
  return { ...read, shown }
}
