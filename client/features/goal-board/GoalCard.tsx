import { memo } from 'react'
import { ListChecks } from '@phosphor-icons/react/ListChecks'
import { TreeStructure } from '@phosphor-icons/react/TreeStructure'
import { useMessages } from '../../hooks/useMessages.ts'
import { CardLink, ColumnCard } from '../../ui/columns/ColumnCard.tsx'
import { SmarteLetters } from '../../ui/SmarteLetters.tsx'
import { CommentMark } from '../../ui/talk/CommentMarks.tsx'
import type { CardView } from './boardView.ts'
import { useCard, useGoalBoard } from './GoalBoardContext.ts'
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
export const GoalCard = memo(function GoalCard({ outlined, ...props }: GoalCardProps) {
  const { store } = useGoalBoard()
  const card = useCard(store, props.id)
  if (!card) return null
  return (
    <ColumnCard id={props.id} selected={props.selected} outlined={outlined}>
      <CardContent card={card} {...props} />
    </ColumnCard>
  )
})

type CardContentProps = Omit<GoalCardProps, 'outlined'> & { card: CardView }

/** Apart from its place on the board: an outline does not draw the words again. */
const CardContent = memo(function CardContent({ card, id, ...props }: CardContentProps) {
  const { goals: m } = useMessages('goals')
  const { hrefOf, readOnly, tabStop } = useGoalBoard()
  const title = card.title.trim() || m.untitled
  return (
    <CardLink
      {...props}
      id={id}
      href={hrefOf(id)}
      label={m.card(title, m.stateOne[card.state], card.met, card.actions)}
      tabStop={tabStop}
      move={readOnly ? null : { label: m.moveGoal(title), title: m.move }}
    >
      <CardFace card={card} />
    </CardLink>
  )
})

/** What a card looks like; also under the finger while it is dragged. */
export function CardFace({ card }: { card: CardView }) {
  const { goals: m } = useMessages('goals')
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
