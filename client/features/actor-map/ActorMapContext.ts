import { createContext, useContext } from 'react'
import type { Member } from '../../../shared/schema/talk.ts'
import type { ActorMapView } from '../../../shared/select/actorMaps.ts'
import type { BoardWork } from '../../hooks/useBoardWork.ts'

/** What every part of the map needs. The same object while the same map is open, so that actors can rest. */
export type ActorMapBoard = BoardWork & {
  teamId: string
  mapId: string
  hrefOf: (actorId: string | null) => string
  go: (actorId: string | null) => void
}

export const ActorMapContext = createContext<ActorMapBoard | null>(null)

export function useActorMap(): ActorMapBoard {
  const value = useContext(ActorMapContext)
  if (!value) throw new Error('useActorMap needs an ActorMapPage above it')
  return value
}

/** One map as it is read, with the words for its sectors and its middle. */
export type ShownMap = ActorMapView & {
  /** sector names in the reader's language */
  sectorNames: ReadonlyMap<string, string>
  /** who is in the middle, as people say it */
  middle: string
  members: ReadonlyMap<string, Member>
}

/** Where in an actor somebody is: `actor:<id>:move`, `actor:<id>:learnt` … */
export function presenceField(actorId: string, part: string): string {
  return `actor:${actorId}:${part}`
}
