import { memo, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { CalendarBlank } from '@phosphor-icons/react/CalendarBlank'
import { DotsThreeVertical } from '@phosphor-icons/react/DotsThreeVertical'
import { PencilSimple } from '@phosphor-icons/react/PencilSimple'
import { User } from '@phosphor-icons/react/User'
import { formatDate } from '../../../shared/locale/dates.ts'
import type { PhaseCard as Card } from '../../../shared/schema/phase.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { classNames } from '../../ui/classNames.ts'
import { useIsDragged } from '../../ui/columns/DragCards.tsx'
import { personName } from '../../ui/personName.ts'
import { useImprovement } from './ImprovementContext.ts'
import styles from './PhaseCard.module.css'

type PhaseCardProps = {
  card: Card
  /** what somebody else is doing with it just now */
  note: string | null
  selected: boolean
  /** just moved by somebody else */
  outlined: boolean
  onMenu: (id: string, anchor: HTMLElement) => void
}

/** A card on the board. Renders again only when this card changed. */
export const PhaseCard = memo(function PhaseCard({ card, note, selected, outlined, onMenu }: PhaseCardProps) {
  const { language, messages } = useLocale()
  const m = messages.phases
  const { hrefOf, readOnly, tabStop, members } = useImprovement()
  const dragged = useIsDragged(card.id)
  const isTabStop = useSyncExternalStore(tabStop.subscribe, () => tabStop.get() === card.id)
  const text = card.text.trim() || m.untitled
  const owner = personName(card.owner, members, messages.goals)
  const due = card.due === null ? null : formatDate(card.due, language, { short: true })
  return (
    <li
      data-drag={card.id}
      className={classNames(
        styles['item'],
        dragged && styles['dragged'],
        selected && styles['selected'],
        outlined && styles['outlined'],
      )}
    >
      <Link
        href={hrefOf(card.id)}
        className={styles['card'] ?? ''}
        data-card={card.id}
        draggable={false}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={selected || undefined}
        aria-label={m.card(text, m.phase[card.phase], owner, due)}
      >
        <CardFace card={card} />
      </Link>
      {note && (
        <span className={styles['note']}>
          <PencilSimple size={16} aria-hidden />
          {note}
        </span>
      )}
      {!readOnly && (
        <button
          type="button"
          className={styles['menu']}
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={m.moveCard(text)}
          title={m.move}
          onClick={(event) => onMenu(card.id, event.currentTarget)}
        >
          <DotsThreeVertical size={22} weight="bold" aria-hidden />
        </button>
      )}
    </li>
  )
})

/** What a card looks like; also under the finger while it is dragged. */
export function CardFace({ card }: { card: Card }) {
  const { language, messages } = useLocale()
  const m = messages.phases
  const { members } = useImprovement()
  const owner = personName(card.owner, members, messages.goals)
  return (
    <>
      <span className={styles['text']}>{card.text.trim() || m.untitled}</span>
      {(owner !== null || card.due !== null) && (
        <span className={styles['facts']}>
          {owner !== null && (
            <span>
              <User size={18} aria-hidden />
              {owner}
            </span>
          )}
          {card.due !== null && (
            <span>
              <CalendarBlank size={18} aria-hidden />
              {m.by(formatDate(card.due, language, { short: true }))}
            </span>
          )}
        </span>
      )}
    </>
  )
}
