import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import { addCard } from '../../../shared/ops/phases.ts'
import { phases, type Phase } from '../../../shared/schema/phase.ts'
import { normaliseText } from '../../../shared/wording.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { IdentityNumberWarning } from '../../ui/IdentityNumberWarning.tsx'
import { Select } from '../../ui/Select.tsx'
import { useImprovement } from './ImprovementContext.ts'
import styles from './NewCard.module.css'

type NewCardProps = { startPhase: Phase; onClose: (lastId: string | null) => void }

/** Writes cards one after the other: each Enter adds one, and what could not be added stays in the field. */
export function NewCard({ startPhase, onClose }: NewCardProps) {
  const { phases: m } = useMessages()
  const { attempt, say, now, boardId, board } = useImprovement()
  const [text, setText] = useState('')
  const [phase, setPhase] = useState(startPhase)
  const [error, setError] = useState<string | null>(null)
  const lastId = useRef<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  const why = (failure: AppError) =>
    failure.code === 'textTooLong'
      ? m.tooLong(Number(failure.details['length']), Number(failure.details['max']))
      : m.emptyText
  const add = () => {
    const id = newId()
    const failure = attempt((each) => addCard(each, { id, boardId, phase, text, time: now() }))
    field.current?.focus()
    if (failure) return setError(why(failure))
    // The goal may have been deleted while one wrote: then nothing was added, and the words stay.
    if (!board.cards.has(id)) return setError(m.goalGoneUnsent)
    lastId.current = id
    say(m.added(normaliseText(text), m.phase[phase]))
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
            data-new-card
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
      <div className={styles['end']}>
        <Field label={m.addPhase}>
          {(control) => (
            <Select {...control} value={phase} onChange={(event) => setPhase(event.target.value as Phase)}>
              {phases.map((each) => (
                <option key={each} value={each}>
                  {m.phase[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className={styles['buttons']}>
          <Button look="main" type="submit">
            {m.addButton}
          </Button>
          <Button onClick={() => onClose(lastId.current)}>{m.addDone}</Button>
        </div>
      </div>
    </form>
  )
}
