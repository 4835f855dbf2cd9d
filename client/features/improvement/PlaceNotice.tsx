import { restoreGoal } from '../../../shared/ops/goals.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { BoardPlace } from './boardPlace.ts'
import { useImprovement } from './ImprovementContext.ts'
import styles from './ImprovementBoard.module.css'

/** The goal under this board was deleted, or is no longer chosen: said at once, with the ways on. */
export function PlaceNotice({ place, teamBoardHref }: { place: BoardPlace; teamBoardHref: string }) {
  const { phases: m, reading } = useMessages('phases', 'reading')
  const { readOnly, boardId, act } = useImprovement()
  if (place.kind === 'team' || place.kind === 'chosen') return null
  const title = place.kind === 'gone' ? '' : place.title.trim() || reading.goals.untitled
  return (
    <Notice kind="info" role="alert">
      <p>
        {place.kind === 'gone' && m.goalGone}
        {place.kind === 'deleted' && m.goalDeleted(title)}
        {place.kind === 'moved' && m.goalMoved(title, reading.goals.state[place.state])}
      </p>
      <div className={styles['ways']}>
        <ButtonLink href={teamBoardHref}>{m.toTeamBoard}</ButtonLink>
        {place.kind === 'deleted' && !readOnly && (
          <Button onClick={() => act((board) => restoreGoal(board, { id: boardId }))}>{m.takeGoalBack}</Button>
        )}
      </div>
    </Notice>
  )
}
