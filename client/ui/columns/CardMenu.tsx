import { FloatingMenu } from '../FloatingMenu.tsx'
import type { CardMoves } from './cardMoves.tsx'
import { focusCard } from './focusCard.ts'

/** Which card's menu is open, and what it hangs from. */
export type OpenCardMenu = { id: string; anchor: HTMLElement }

type CardMenuProps<K extends string> = {
  menu: OpenCardMenu
  label: string
  moves: CardMoves<K>
  onRemove: (id: string) => void
  onClose: () => void
}

/** «Flytt til …»: one for the whole board, opened from a card or from its panel. */
export function CardMenu<K extends string>({ menu, label, moves, onRemove, onClose }: CardMenuProps<K>) {
  const { id, anchor } = menu
  return (
    <FloatingMenu
      label={label}
      anchor={anchor}
      items={moves.menuItems(id, () => onRemove(id))}
      onClose={(chosen) => {
        onClose()
        // A card that moved to another column is drawn anew: the focus follows it.
        if (anchor.closest('[data-drag]')) focusCard(id)
        else if (chosen || anchor.isConnected) anchor.focus()
      }}
    />
  )
}
