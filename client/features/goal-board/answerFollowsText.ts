import * as Y from 'yjs'
import { answerSmarte } from '../../../shared/ops/goals.ts'
import { localOrigin } from '../../../shared/ops/write.ts'
import type { SmarteQuestion } from '../../../shared/schema/goal.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'

/**
 * Lets the answer to S, A or R follow what this person types: words make it true, emptying makes it
 * untouched. Only this person's own typing counts, so that two screens do not write the same thing, and
 * undo (which brings the earlier answer back itself) is left alone. Returns how to stop.
 */
export function answerFollowsText(board: TeamDocument, goalId: string, question: SmarteQuestion): () => void {
  const text = answerText(board, goalId, question)
  if (!text) return () => undefined
  const onType = (_event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin !== localOrigin) return
    const value = text.toString().trim() !== '' ? true : null
    answerSmarte(board, { id: goalId, question, value })
  }
  text.observe(onType)
  return () => text.unobserve(onType)
}

/** The shared text of an answer; null if the goal is swept or malformed. */
export function answerText(board: TeamDocument, goalId: string, question: SmarteQuestion): Y.Text | null {
  const text = board.goals.get(goalId)?.get(`${question}Text`)
  return text instanceof Y.Text ? text : null
}
