import { memo } from 'react'
import { CalendarBlank } from '@phosphor-icons/react/CalendarBlank'
import { User } from '@phosphor-icons/react/User'
import { formatDate } from '../../../shared/locale/dates.ts'
import type { PhaseCard as Card } from '../../../shared/schema/phase.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { CardLink, ColumnCard } from '../../ui/columns/ColumnCard.tsx'
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
export const PhaseCard = memo(function PhaseCard({ card, outlined, ...props }: PhaseCardProps) {
  const { language, messages } = useLocale('editing', 'phases')
  const m = messages.phases
  const { hrefOf, readOnly, tabStop, members } = useImprovement()
  const text = card.text.trim() || m.untitled
  const owner = personName(card.owner, members, messages.editing)
  const due = card.due === null ? null : formatDate(card.due, language, { short: true })
  return (
    <ColumnCard id={card.id} selected={props.selected} outlined={outlined}>
      <CardLink
        {...props}
        id={card.id}
        href={hrefOf(card.id)}
        label={m.card(text, m.phase[card.phase], owner, due)}
        tabStop={tabStop}
        move={readOnly ? null : { label: m.moveCard(text), title: m.move }}
      >
        <CardFace card={card} />
      </CardLink>
    </ColumnCard>
  )
})

/** What a card looks like; also under the finger while it is dragged. */
export function CardFace({ card }: { card: Card }) {
  const { language, messages } = useLocale('editing', 'phases')
  const m = messages.phases
  const { members } = useImprovement()
  const owner = personName(card.owner, members, messages.editing)
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
