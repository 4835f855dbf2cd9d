import { ArrowDown } from '@phosphor-icons/react/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/ArrowUp'
import { Trash } from '@phosphor-icons/react/Trash'
import { Button } from '../Button.tsx'
import type { CardMoves } from './cardMoves.tsx'
import styles from './RowTools.module.css'

type RowToolsProps = {
  id: string
  name: string
  first: boolean
  last: boolean
  words: {
    moveUp: string
    moveUpNamed: (name: string) => string
    moveDown: string
    moveDownNamed: (name: string) => string
    remove: string
    removeNamed: (name: string) => string
  }
  moves: Pick<CardMoves<string>, 'step'>
  onRemove: (id: string) => void
}

/** Up, down and delete, for a card's row in the list. The row carries its id in `data-row`. */
export function RowTools({ id, name, first, last, words: m, moves, onRemove }: RowToolsProps) {
  const step = (direction: 'up' | 'down') =>
    moveAndFollow(id, `[data-tool=${direction}]`, () => moves.step(id, direction))
  return (
    <div className={styles['tools']}>
      <Button
        look="quiet"
        iconOnly
        data-tool="up"
        aria-label={m.moveUpNamed(name)}
        title={m.moveUp}
        aria-disabled={first || undefined}
        onClick={() => step('up')}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        look="quiet"
        iconOnly
        data-tool="down"
        aria-label={m.moveDownNamed(name)}
        title={m.moveDown}
        aria-disabled={last || undefined}
        onClick={() => step('down')}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button look="quiet" iconOnly aria-label={m.removeNamed(name)} title={m.remove} onClick={() => onRemove(id)}>
        <Trash aria-hidden />
      </Button>
    </div>
  )
}

/** A row that moves takes its focus along, also to another column, where it is drawn anew. */
export function moveAndFollow(id: string, control: string, move: () => void): void {
  move()
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] ${control}`)?.focus())
}
