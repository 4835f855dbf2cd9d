import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { TeamDocument } from '../../../shared/schema/team.ts'

/** The cards that somebody else deleted while this page was open. */
export function useDeletedByOthers(board: TeamDocument): ReadonlySet<string> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const onCards = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      for (const { path, changes } of events) {
        const [id, ...deeper] = path
        if (typeof id !== 'string' || deeper.length > 0 || !changes.keys.has('deletedAt')) continue
        setIds((before) => {
          const after = new Set(before)
          if (transaction.local) after.delete(id)
          else after.add(id)
          return after
        })
      }
    }
    board.cards.observeDeep(onCards)
    return () => board.cards.unobserveDeep(onCards)
  }, [board])
  return ids
}
