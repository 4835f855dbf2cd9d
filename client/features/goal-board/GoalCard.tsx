import { memo, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { DotsThreeVertical } from '@phosphor-icons/react/DotsThreeVertical'
import { ListChecks } from '@phosphor-icons/react/ListChecks'
import { PencilSimple } from '@phosphor-icons/react/PencilSimple'
import { TreeStructure } from '@phosphor-icons/react/TreeStructure'
import { useMessages } from '../../hooks/useMessages.ts'
import { SmarteLetters } from '../../ui/SmarteLetters.tsx'
import { classNames } from '../../ui/classNames.ts'
import type { CardView } from './boardView.ts'
import { useIsDragged } from '../../ui/columns/DragCards.tsx'
import { useCard, useGoalBoard } from './GoalBoardContext.ts'
import { CommentMark } from '../../ui/talk/CommentMarks.tsx'
import styles from './GoalCard.module.css'

type GoalCardProps = {
  id: string
  /** what somebody else is doing with it just now */
  note: string | null
  selected: boolean
  /** just moved by somebody else */
  outlined: boolean
  onMenu: (id: string, anchor: HTMLElement) => void
}

/** A goal on the board. Renders again only when this card looks different. */
export const GoalCard = memo(function GoalCard(props: GoalCardProps) {
  const { store } = useGoalBoard()
  const card = useCard(store, props.id)
  const dragged = useIsDragged(props.id)
  if (!card) return null
  return (
    <li
      data-goal={props.id}
      data-drag={props.id}
      className={classNames(
        styles['item'],
        dragged && styles['dragged'],
        props.selected && styles['selected'],
        props.outlined && styles['outlined'],
      )}
    >
      <CardContent card={card} {...props} />
    </li>
  )
})

type CardContentProps = Omit<GoalCardProps, 'id' | 'outlined'> & { card: CardView }

/** Apart from its place on the board: an outline or a drag does not draw the words again. */
const CardContent = memo(function CardContent({ card, note, selected, onMenu }: CardContentProps) {
  const { goals: m } = useMessages()
  const { hrefOf, readOnly, tabStop } = useGoalBoard()
  const isTabStop = useSyncExternalStore(tabStop.subscribe, () => tabStop.get() === card.id)
  const title = card.title.trim() || m.untitled
  return (
    <>
      <Link
        href={hrefOf(card.id)}
        className={styles['card'] ?? ''}
        data-card={card.id}
        draggable={false}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={selected || undefined}
        aria-label={m.card(title, m.stateOne[card.state], card.met, card.actions)}
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
          aria-label={m.moveGoal(title)}
          title={m.move}
          onClick={(event) => onMenu(card.id, event.currentTarget)}
        >
          <DotsThreeVertical size={24} weight="bold" aria-hidden />
        </button>
      )}
    </>
  )
})

/** What a card looks like; also under the finger while it is dragged. */
export function CardFace({ card }: { card: CardView }) {
  const { goals: m } = useMessages()
  const untouched = card.state === 'proposed' && Object.values(card.letters).every((letter) => letter === null)
  return (
    <>
      <h3 className={styles['title']}>{card.title.trim() || m.untitled}</h3>
      {!untouched && <SmarteLetters met={card.letters} />}
      <p className={styles['facts']}>
        <CommentMark subject={{ kind: 'goal', id: card.id }} />
        {card.actions > 0 && (
          <span>
            <ListChecks size={20} aria-hidden />
            {m.actionsCount(card.actions)}
          </span>
        )}
        {card.parentTitle !== null && (
          <span>
            <TreeStructure size={20} aria-hidden />
            {m.under(card.parentTitle.trim() || m.untitled)}
          </span>
        )}
      </p>
    </>
  )
}
