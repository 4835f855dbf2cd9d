import { BoardText, type BoardTextProps } from '../../ui/BoardText.tsx'
import { useActorMap } from './ActorMapContext.ts'

/** A shared text of an actor. */
export function MapText(props: Omit<BoardTextProps, 'work'>) {
  return <BoardText {...props} work={useActorMap()} />
}
