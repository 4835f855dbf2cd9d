import { useEffect, useRef } from 'react'
import { answerSmarte } from '../../../shared/ops/goals.ts'
import { limits } from '../../../shared/schema/limits.ts'
import type { Goal, SmarteQuestion } from '../../../shared/schema/goal.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import type { SmarteLetter } from '../../ui/SmarteLetters.tsx'
import { answerFollowsText, answerText } from './answerFollowsText.ts'
import { presenceField } from './presenceField.ts'
import { useGoalBoard } from './GoalBoardContext.ts'
import { GoalText } from './GoalText.tsx'
import styles from './GoalPanel.module.css'

type AnswerEditorProps = { goal: Goal; question: SmarteQuestion; letter: SmarteLetter; onClose: () => void }

/** S, A or R: one sentence together, or «ikke ennå». */
export function AnswerEditor({ goal, question, letter, onClose }: AnswerEditorProps) {
  const { goals: m } = useMessages('goals')
  const { board, act } = useGoalBoard()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => answerFollowsText(board, goal.id, question), [board, goal.id, question])
  const { value, text } = goal.answers[question]
  const written = text.trim() !== ''
  const set = (next: boolean | null) => act((each) => answerSmarte(each, { id: goal.id, question, value: next }))
  return (
    <>
      <GoalText
        text={answerText(board, goal.id, question)}
        field={presenceField(goal.id, question)}
        max={limits.smarteAnswer}
        label={m.question[letter]}
        hint={m.answerHint}
        autoFocus
        fieldRef={field}
        onEnter={onClose}
        onEscape={onClose}
      />
      <div className={styles['buttons']}>
        <Button look="main" onClick={onClose}>
          {m.finished}
        </Button>
        <Button aria-pressed={value === false} onClick={() => set(value === false ? (written ? true : null) : false)}>
          {m.answerNotYet}
        </Button>
        {written && value !== true && (
          <Button
            onClick={() => {
              set(true)
              field.current?.focus()
            }}
          >
            {m.answerHolds}
          </Button>
        )}
      </div>
    </>
  )
}
