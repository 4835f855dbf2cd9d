import { useMemo } from 'react'
import type * as Y from 'yjs'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import type { MoveTeller } from '../../hooks/useOutlined.ts'

/** Tells of actors that other people move on this map. */
export function useRemoteMoves(doc: Y.Doc, mapId: string | null): MoveTeller {
  return useMemo(
    () => ({
      onRemoteMove: (listener) => {
        const { placements, actors } = openTeamDocument(doc)
        const onPlacements = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
          if (transaction.local) return
          for (const event of events) {
            const [on, actorId] = String(event.path[0] ?? '').split('|')
            const moved = event.changes.keys.has('importance') || event.changes.keys.has('order')
            if (event.path.length === 1 && on === mapId && actorId !== undefined && moved) listener(actorId)
          }
        }
        const onActors = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
          if (transaction.local) return
          for (const event of events) {
            const [id] = event.path
            if (event.path.length === 1 && typeof id === 'string' && event.changes.keys.has('sector')) listener(id)
          }
        }
        placements.observeDeep(onPlacements)
        actors.observeDeep(onActors)
        return () => {
          placements.unobserveDeep(onPlacements)
          actors.unobserveDeep(onActors)
        }
      },
    }),
    [doc, mapId],
  )
}
