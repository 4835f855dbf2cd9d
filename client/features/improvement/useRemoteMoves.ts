import { useMemo } from 'react'
import type * as Y from 'yjs'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { useOutlined } from '../../hooks/useOutlined.ts'

/** The cards that others moved a moment ago. */
export function useRemoteMoves(board: TeamDocument): ReadonlySet<string> {
  const teller = useMemo(
    () => ({
      onRemoteMove: (listener: (id: string) => void) => {
        const onCards = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
          if (transaction.local) return
          for (const { path, changes } of events) {
            const [id, ...deeper] = path
            if (typeof id !== 'string' || deeper.length > 0) continue
            if (changes.keys.has('phase') || changes.keys.has('order')) listener(id)
          }
        }
        board.cards.observeDeep(onCards)
        return () => board.cards.unobserveDeep(onCards)
      },
    }),
    [board],
  )
  return useOutlined(teller)
}
