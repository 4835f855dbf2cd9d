import { addGoal } from '../../../shared/ops/goals.ts'
import { normaliseText } from '../../../shared/wording.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { newId } from '../../new-id.ts'
import { NewCardForm, type Added } from '../../ui/columns/NewCardForm.tsx'
import { lineError } from '../../ui/lineError.ts'
import { useGoalBoard } from './GoalBoardContext.ts'

/** Writes proposals, one after the other. */
export function NewGoal({ onClose }: { onClose: (lastId: string | null) => void }) {
  const { goals: m } = useMessages('goals')
  const { attempt, say, now } = useGoalBoard()
  const add = (title: string): Added => {
    const id = newId()
    const failure = attempt((board) => addGoal(board, { id, title, state: 'proposed', time: now() }))
    if (failure) return { problem: lineError(m, failure, m.noWords) }
    say(m.added(normaliseText(title)))
    return { id }
  }
  return <NewCardForm words={m} onAdd={add} onClose={onClose} voice />
}
