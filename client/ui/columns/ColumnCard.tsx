import { useSyncExternalStore, type ReactNode } from 'react'
import { Link } from 'wouter'
import { DotsThreeVertical } from '@phosphor-icons/react/DotsThreeVertical'
import { PencilSimple } from '@phosphor-icons/react/PencilSimple'
import type { StateStore } from '../../sync/state-store.ts'
import { classNames } from '../classNames.ts'
import { useIsDragged } from './DragCards.tsx'
import styles from './ColumnCard.module.css'

type ColumnCardProps = {
  id: string
  selected: boolean
  /** just moved by somebody else */
  outlined: boolean
  children: ReactNode
}

/** A card's place in its column. An outline or a drag does not draw what is in it again. */
export function ColumnCard({ id, selected, outlined, children }: ColumnCardProps) {
  const dragged = useIsDragged(id)
  return (
    <li
      data-drag={id}
      className={classNames(
        styles['item'],
        dragged && styles['dragged'],
        selected && styles['selected'],
        outlined && styles['outlined'],
      )}
    >
      {children}
    </li>
  )
}

type CardLinkProps = {
  id: string
  href: string
  /** all of the card in words */
  label: string
  selected: boolean
  /** the one card that Tab reaches */
  tabStop: StateStore<string | null>
  /** what somebody else is doing with it just now */
  note: string | null
  /** the names of the button for «Flytt til …»; null for who may only read */
  move: { label: string; title: string } | null
  onMenu: (id: string, anchor: HTMLElement) => void
  /** what the card looks like */
  children: ReactNode
}

/** What a card consists of: the way to open it, who is at it, and its menu. */
export function CardLink({ id, href, label, selected, tabStop, note, move, onMenu, children }: CardLinkProps) {
  const isTabStop = useSyncExternalStore(tabStop.subscribe, () => tabStop.get() === id)
  return (
    <>
      <Link
        href={href}
        className={styles['card'] ?? ''}
        data-card={id}
        draggable={false}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={selected || undefined}
        aria-label={label}
      >
        {children}
      </Link>
      {note && (
        <span className={styles['note']}>
          <PencilSimple size={16} aria-hidden />
          {note}
        </span>
      )}
      {move && (
        <button
          type="button"
          className={styles['menu']}
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={move.label}
          title={move.title}
          onClick={(event) => onMenu(id, event.currentTarget)}
        >
          <DotsThreeVertical size={24} weight="bold" aria-hidden />
        </button>
      )}
    </>
  )
}

/** The card under the finger while it is dragged. */
export function DraggedCard({ children }: { children: ReactNode }) {
  return <div className={styles['overlay']}>{children}</div>
}
