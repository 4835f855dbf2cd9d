import { undeleteMs } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { focusCard } from '../../ui/columns/focusCard.ts'
import { useGoalBoard } from './GoalBoardContext.ts'
import type { GoalMoves } from './useGoalMoves.tsx'
import styles from './DeletedGoals.module.css'

const dayMs = 24 * 60 * 60 * 1000

/** What can still be taken back, by anybody in the team, for thirty days. */
export function DeletedGoals({ ids, moves }: { ids: readonly string[]; moves: GoalMoves }) {
  const { goals: m } = useMessages()
  const { store, now } = useGoalBoard()
  if (ids.length === 0) return null
  const time = now()
  return (
    <details className={styles['deleted']}>
      <summary>
        {m.deleted} <span>{ids.length}</span>
      </summary>
      <p>{m.deletedHint}</p>
      <ul>
        {ids.map((id) => {
          const goal = store.goal(id)?.goal
          const title = goal?.title.trim() || m.untitled
          const left = Math.max(0, (goal?.deletedAt ?? 0) + undeleteMs - time)
          return (
            <li key={id}>
              <span className={styles['title']}>{title}</span>
              <span className={styles['left']}>{m.deletedDaysLeft(Math.max(1, Math.ceil(left / dayMs)))}</span>
              <Button
                aria-label={m.takeBackNamed(title)}
                onClick={() => {
                  moves.takeBack(id)
                  focusCard(id)
                }}
              >
                {m.takeBack}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
