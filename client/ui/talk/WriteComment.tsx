import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { PaperPlaneRightIcon } from '@phosphor-icons/react/PaperPlaneRight'
import { limits } from '../../../shared/schema/limits.ts'
import type { Subject } from '../../../shared/schema/talk.ts'
import { subjectKey } from '../../../shared/select/subject-key.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { Talk } from '../../hooks/useTalk.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../Button.tsx'
import { IdentityNumberWarning } from '../IdentityNumberWarning.tsx'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import { NameChoice } from './NameChoice.tsx'
import { useDraftText } from './useDraftText.ts'
import styles from './WriteComment.module.css'

type WriteCommentProps = {
  talk: Talk
  teamId: string
  subject: Subject
  replyTo?: string | null
  label: string
  autoFocus?: boolean
  onSent?: () => void
  onCancel?: () => void
}

/** The field for a comment or an answer. It is small until somebody writes in it. */
export function WriteComment({
  talk,
  teamId,
  subject,
  replyTo = null,
  label,
  autoFocus = false,
  onSent,
  onCancel,
}: WriteCommentProps) {
  const { talk: m, common } = useMessages('talk')
  const { state } = useSession()
  const personId = state.kind === 'signedIn' ? state.session.personId : ''
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useDraftText(`${personId}.${teamId}.${replyTo ?? subjectKey(subject)}`)
  const [withoutName, setWithoutName] = useState(false)
  const [focused, setFocused] = useState(autoFocus)
  const [problem, setProblem] = useState<string | null>(null)
  const open = focused || text !== ''
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])

  const send = async () => {
    const words = text.trim()
    if (words === '') return setProblem(m.nothing)
    if (words.length > limits.comment) return setProblem(m.tooLong(words.length, limits.comment))
    setProblem(null)
    setText('')
    setWithoutName(false)
    setFocused(false)
    onSent?.()
    await talk.write({ subject, text: words, withoutName, replyTo })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form
      className={styles['write']}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setFocused(false)
        if (text === '') onCancel?.()
      }}
    >
      <VisuallyHidden>
        <label htmlFor={id}>{label}</label>
      </VisuallyHidden>
      <div className={styles['grow']} data-value={`${text || label} `}>
        <textarea
          ref={field}
          id={id}
          rows={1}
          value={text}
          placeholder={label}
          autoComplete="off"
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onFocus={() => setFocused(true)}
          onChange={(event) => {
            setText(event.target.value)
            setProblem(null)
          }}
        />
      </div>
      <div role="alert">
        {problem !== null && (
          <p className={styles['problem']} id={`${id}-problem`}>
            {problem}
          </p>
        )}
      </div>
      <IdentityNumberWarning text={text} />
      {open && (
        <>
          <NameChoice withoutName={withoutName} onChange={setWithoutName} />
          <div className={styles['buttons']}>
            <Button type="submit" look="main">
              {talk.offline ? m.sendLater : m.send}
              <PaperPlaneRightIcon aria-hidden />
            </Button>
            {onCancel && (
              <Button look="quiet" onClick={onCancel}>
                {common.cancel}
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  )
}
