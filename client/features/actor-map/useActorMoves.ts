import { useMemo } from 'react'
import {
  deleteActor,
  moveActor,
  placeActor,
  removeFromMap,
  restoreActor,
  setPlacementField,
} from '../../../shared/ops/actors.ts'
import { connectActors, removeLine } from '../../../shared/ops/lines.ts'
import type { Importance, Involvement } from '../../../shared/schema/actor.ts'
import { lineKey, type Line, type LineKind, type Relation } from '../../../shared/schema/relation.ts'
import { linesOn } from '../../../shared/select/actorMaps.ts'
import type { MapPlace } from '../../../shared/select/map-point.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { ActorMapBoard, ShownMap } from './ActorMapContext.ts'
import { stepPlace, type Step } from './mapKeys.ts'

export type ActorMoves = {
  place: (actorId: string, place: MapPlace) => void
  step: (actorId: string, step: Step) => void
  importance: (actorId: string, importance: Importance) => void
  sector: (actorId: string, sector: string) => void
  relation: (actorId: string, relation: Relation | null) => void
  involvement: (actorId: string, involvement: Involvement) => void
  bringOver: (actorId: string, name: string, importance: Importance) => void
  remove: (actorId: string) => void
  erase: (actorId: string) => void
  takeBack: (actorId: string, name: string) => void
  /** false where it could not be: one of them is off the map by now */
  connect: (from: string, to: string, kind: LineKind, relation: Relation | null) => boolean
  disconnect: (line: Line, otherName: string) => void
}

/** The ways an actor changes, the same from a drag, the keys, the panel and the list. */
export function useActorMoves(work: ActorMapBoard, shown: ShownMap | null): ActorMoves {
  const { map: m } = useMessages('map')
  return useMemo(() => {
    const { act, say, now, offerTakeBack, mapId } = work
    const find = (actorId: string) => shown?.actors.find((actor) => actor.actorId === actorId) ?? null
    const nameOf = (actorId: string) => find(actorId)?.name.trim() || m.untitled
    const place = (actorId: string, { sector, importance, afterActorId }: MapPlace) => {
      const name = nameOf(actorId)
      if (!act((board) => moveActor(board, { mapId, actorId, sector, importance, afterActorId }))) return
      say(m.moved(name, shown?.sectorNames.get(sector) ?? '', m.spoken.importance[importance]))
    }
    const keepPlace = (actorId: string, change: { sector?: string; importance?: Importance }) => {
      const actor = find(actorId)
      if (!actor) return
      const { sector, importance } = { ...actor, ...change }
      if (act((board) => moveActor(board, { mapId, actorId, sector, importance }))) {
        say(m.moved(nameOf(actorId), shown?.sectorNames.get(sector) ?? '', m.spoken.importance[importance]))
      }
    }
    const takeBack = (actorId: string, name: string) => {
      const back = act((board) => {
        restoreActor(board, { id: actorId })
        placeActor(board, { mapId, actorId, importance: 1, time: now() })
      })
      if (back) say(m.takenBack(name))
    }
    return {
      place,
      step: (actorId, step) => {
        const ids = shown?.sectors.map(({ id }) => id) ?? []
        const to = stepPlace(shown?.actors ?? [], ids, actorId, step)
        if (to) place(actorId, to)
      },
      importance: (actorId, importance) => keepPlace(actorId, { importance }),
      sector: (actorId, sector) => keepPlace(actorId, { sector }),
      relation: (actorId, relation) => {
        const done = act((board) => setPlacementField(board, { mapId, actorId, field: 'relation', value: relation }))
        const words = relation === null ? m.spoken.noRelation : m.spoken.relation[relation]
        if (done) say(m.relationSet(nameOf(actorId), words))
      },
      involvement: (actorId, value) => {
        if (act((board) => setPlacementField(board, { mapId, actorId, field: 'involvement', value }))) {
          say(m.relationSet(nameOf(actorId), m.spoken.involvement[value]))
        }
      },
      bringOver: (actorId, name, importance) => {
        if (act((board) => placeActor(board, { mapId, actorId, importance, time: now() }))) say(m.broughtOver(name))
      },
      remove: (actorId) => {
        const name = nameOf(actorId)
        if (act((board) => removeFromMap(board, { mapId, actorId, time: now() }))) {
          offerTakeBack(m.removed(name), () => takeBack(actorId, name))
        }
      },
      erase: (actorId) => {
        const name = nameOf(actorId)
        if (act((board) => deleteActor(board, { id: actorId, time: now() }))) {
          offerTakeBack(m.deletedActor(name), () => takeBack(actorId, name))
        }
      },
      takeBack,
      connect: (from, to, kind, relation) => {
        const names = [nameOf(from), nameOf(to)] as const
        if (!act((board) => connectActors(board, { mapId, from, to, kind, relation, time: now() }))) return false
        const key = lineKey(mapId, from, to, kind)
        const drawn = linesOn(work.board, mapId).some((line) => line.key === key)
        say(drawn ? m.connected(...names) : m.notConnected)
        return drawn
      },
      disconnect: (line, otherName) => {
        if (act((board) => removeLine(board, { key: line.key, time: now() }))) say(m.lineRemoved(otherName))
      },
    }
  }, [work, shown, m])
}
