import { undeleteMs } from '../../../shared/schema/limits.ts'
import type { PhaseCard } from '../../../shared/schema/phase.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { useImprovement } from './ImprovementContext.ts'
import type { CardMoves } from './useCardMoves.tsx'
import styles from './DeletedCards.module.css'

const dayMs = 24 * 60 * 60 * 1000

/** What can still be taken back, by anybody in the team, for thirty days. */
export function DeletedCards({ cards, moves }: { cards: readonly PhaseCard[]; moves: CardMoves }) {
  const { phases: m } = useMessages()
  const { now } = useImprovement()
  if (cards.length === 0) return null
  const time = now()
  return (
    <details className={styles['deleted']}>
      <summary>
        {m.deleted} <span>{cards.length}</span>
      </summary>
      <p>{m.deletedHint}</p>
      <ul>
        {cards.map(({ id, text, deletedAt }) => {
          const name = text.trim() || m.untitled
          const left = Math.max(0, (deletedAt ?? 0) + undeleteMs - time)
          return (
            <li key={id}>
              <span className={styles['title']}>{name}</span>
              <span className={styles['left']}>{m.deletedDaysLeft(Math.max(1, Math.ceil(left / dayMs)))}</span>
              <Button aria-label={m.takeBackNamed(name)} onClick={() => moves.takeBack(id)}>
                {m.takeBack}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
