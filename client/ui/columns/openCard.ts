import type { CardMoves } from './cardMoves.tsx'
import { focusAfterLeaving } from './columnKeys.ts'
import { focusCard } from './focusCard.ts'

type OpenCardArgs<K extends string> = {
  moves: Pick<CardMoves<K>, 'columns' | 'remove'>
  openId: string | null
  go: (id: string | null) => void
}

type OpenCard = { close: () => void; remove: (id: string) => void }

/** The ways a card leaves the screen, and where the focus goes then. */
export function openCard<K extends string>({ moves, openId, go }: OpenCardArgs<K>): OpenCard {
  return {
    close() {
      go(null)
      focusCard(openId)
    },
    remove(id) {
      const next = focusAfterLeaving(moves.columns(), id)
      moves.remove(id)
      if (id === openId) go(null)
      focusCard(next)
    },
  }
}
