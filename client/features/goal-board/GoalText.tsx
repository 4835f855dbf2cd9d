import { BoardText, type BoardTextProps } from '../../ui/BoardText.tsx'
import { useGoalBoard } from './GoalBoardContext.ts'

/** A shared text of a goal. */
export function GoalText(props: Omit<BoardTextProps, 'work'>) {
  return <BoardText {...props} work={useGoalBoard()} />
}
