import { useEffect, useRef, useState } from 'react'
import { addAction, deleteAction, restoreAction } from '../../../shared/ops/actions.ts'
import type { ActionItem } from '../../../shared/schema/action.ts'
import type { Member } from '../../../shared/schema/talk.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { ActionRow } from './ActionRow.tsx'
import type { GoalView } from './boardView.ts'
import { useGoalBoard } from './GoalBoardContext.ts'
import { IdentityNumberWarning } from '../../ui/IdentityNumberWarning.tsx'
import { lineError } from '../../ui/lineError.ts'
import styles from './ActionList.module.css'

type ActionListProps = { view: GoalView; members: ReadonlyMap<string, Member>; paused: boolean }

/** What the team will do for a goal. */
export function ActionList({ view, members, paused }: ActionListProps) {
  const { goals: m } = useMessages('goals')
  const { readOnly, act, offerTakeBack, now } = useGoalBoard()
  const [adding, setAdding] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const { actions, deletedActions, goal } = view
  const words = (action: ActionItem) => action.text.trim() || m.actions.untitled
  const editable = !readOnly && !paused

  const remove = (action: ActionItem) => {
    const done = act((board) => deleteAction(board, { id: action.id, time: now() }))
    if (!done) return
    offerTakeBack(m.actions.removed(words(action)), () => act((board) => restoreAction(board, { id: action.id })))
    addButton.current?.focus()
  }
  return (
    <section aria-labelledby="goal-actions" className={styles['section']}>
      <header className={styles['header']}>
        <h3 id="goal-actions">{m.actions.heading}</h3>
        {editable && (
          <Button ref={addButton} look="quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {m.actions.add}
          </Button>
        )}
      </header>
      {adding && editable && (
        <NewAction
          goalId={goal.id}
          onClose={() => {
            setAdding(false)
            addButton.current?.focus()
          }}
        />
      )}
      {actions.length === 0 && !adding && <p className={styles['empty']}>{m.actions.empty}</p>}
      <ul className={styles['list']}>
        {actions.map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            ids={actions.map((each) => each.id)}
            members={members}
            paused={paused}
            expanded={openId === action.id}
            onToggle={() => setOpenId(openId === action.id ? null : action.id)}
            onRemove={() => remove(action)}
          />
        ))}
      </ul>
      {editable && deletedActions.length > 0 && (
        <Details label={m.actions.deleted} count={deletedActions.length} className={styles['deleted']}>
          <ul>
            {deletedActions.map((action) => (
              <li key={action.id}>
                <span>{words(action)}</span>
                <Button
                  aria-label={m.takeBackNamed(words(action))}
                  onClick={() => {
                    act((board) => restoreAction(board, { id: action.id }))
                    addButton.current?.focus()
                  }}
                >
                  {m.takeBack}
                </Button>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

function NewAction({ goalId, onClose }: { goalId: string; onClose: () => void }) {
  const { goals: m } = useMessages('goals')
  const { attempt, now } = useGoalBoard()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        const failure = attempt((board) => addAction(board, { id: newId(), goalId, text, time: now() }))
        field.current?.focus()
        if (failure) return setError(lineError(m, failure, m.noWords))
        setText('')
        setError(null)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Field label={m.actions.addLabel} error={error}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            value={text}
            autoComplete="off"
            onChange={(event) => {
              setText(event.target.value)
              setError(null)
            }}
          />
        )}
      </Field>
      <IdentityNumberWarning text={text} />
      <div className={styles['buttons']}>
        <Button look="main" type="submit">
          {m.actions.addButton}
        </Button>
        <Button onClick={onClose}>{m.finished}</Button>
      </div>
    </form>
  )
}
