import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { classNames } from '../classNames.ts'
import { Field } from '../Field.tsx'
import { IdentityNumberWarning } from '../IdentityNumberWarning.tsx'
import styles from './NewCardForm.module.css'

/** A card that was added, or the sentence on why it was not. */
export type Added = { id: string } | { problem: string }

type NewCardFormProps = {
  words: { add: string; addLabel: string; addHint: string; addButton: string; addDone: string }
  onAdd: (text: string) => Added
  /** with the last card that was added */
  onClose: (lastId: string | null) => void
  /** the words are set as the team's voice */
  voice?: boolean
  /** what else belongs to a new card */
  children?: ReactNode
}

/** Writes cards one after the other: each Enter adds one, and what could not be added stays in the field. */
export function NewCardForm({ words, onAdd, onClose, voice = false, children }: NewCardFormProps) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const lastId = useRef<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  const add = () => {
    const added = onAdd(text)
    field.current?.focus()
    if ('problem' in added) return setError(added.problem)
    lastId.current = added.id
    setText('')
    setError(null)
  }

  return (
    <form
      className={styles['form']}
      aria-label={words.add}
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
      <Field label={words.addLabel} hint={words.addHint} error={error}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            rows={2}
            data-new-card
            className={classNames(styles['text'], voice && styles['voice'])}
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
        {children}
        <div className={styles['buttons']}>
          <Button look="main" type="submit">
            {words.addButton}
          </Button>
          <Button onClick={() => onClose(lastId.current)}>{words.addDone}</Button>
        </div>
      </div>
    </form>
  )
}

/** Moves the focus to the form that is open already. */
export function focusNewCard(): void {
  document.querySelector<HTMLElement>('[data-new-card]')?.focus()
}
