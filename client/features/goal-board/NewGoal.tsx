import { useEffect, useRef, useState } from 'react'
import { addGoal } from '../../../shared/ops/goals.ts'
import { normaliseText } from '../../../shared/wording.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useGoalBoard } from './GoalBoardContext.ts'
import { IdentityNumberWarning } from '../../ui/IdentityNumberWarning.tsx'
import { lineError } from '../../ui/lineError.ts'
import styles from './NewGoal.module.css'

/** Writes goals one after the other: each Enter adds one, and what could not be added stays in the field. */
export function NewGoal({ onClose }: { onClose: (lastId: string | null) => void }) {
  const { goals: m } = useMessages()
  const { attempt, say, now } = useGoalBoard()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const lastId = useRef<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  const add = () => {
    const id = newId()
    const failure = attempt((board) => addGoal(board, { id, title: text, state: 'proposed', time: now() }))
    field.current?.focus()
    if (failure) return setError(lineError(m, failure, m.emptyGoal))
    lastId.current = id
    say(m.added(normaliseText(text)))
    setText('')
    setError(null)
  }

  return (
    <form
      className={styles['form']}
      aria-label={m.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose(lastId.current)
      }}
    >
      <Field label={m.addLabel} hint={m.addHint} error={error}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            rows={2}
            data-new-goal
            className={styles['text']}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setError(null)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              add()
            }}
          />
        )}
      </Field>
      <IdentityNumberWarning text={text} />
      <div className={styles['buttons']}>
        <Button look="main" type="submit">
          {m.addButton}
        </Button>
        <Button onClick={() => onClose(lastId.current)}>{m.addDone}</Button>
      </div>
    </form>
  )
}
