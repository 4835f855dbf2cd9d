import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useForm, type OwnSentences } from './useForm.ts'
import console from './console.module.css'
import forms from './forms.module.css'
import styles from './care.module.css'

type AskFirstProps = {
  question: string
  /** what it means, before it is done */
  children: ReactNode
  confirm: string
  /** what the button says while it is being done */
  working: string
  act: () => Promise<void>
  /** what goes wrong with it, in its own words */
  own: OwnSentences
  onCancel: () => void
}

/**
 * Says what something means before it is done. It takes the focus itself and not its button: a key that is pressed
 * twice does nothing. Whoever says no comes back to where they were.
 */
export function AskFirst({ question, children, confirm, working, act, own, onCancel }: AskFirstProps) {
  const form = useForm(act, own)
  const { cancel } = useMessages().common
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  const meaning = useId()
  useEffect(() => {
    opener.current ??= document.activeElement
    box.current?.focus()
  }, [])
  const leave = () => {
    if (form.busy) return
    onCancel()
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
  }
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={question}
      aria-describedby={meaning}
      className={`${console.asking ?? ''} ${styles.wide ?? ''}`}
      onKeyDown={onKeyDown}
    >
      <p>
        <b>{question}</b>
      </p>
      <div id={meaning}>{children}</div>
      {form.problem && (
        <Notice kind="error" role="alert">
          {form.problem}
        </Notice>
      )}
      <div className={forms.buttons}>
        <Button look="main" busy={form.busy} onClick={form.run}>
          {form.busy ? working : confirm}
        </Button>
        <Button aria-disabled={form.busy || undefined} onClick={leave}>
          {cancel}
        </Button>
      </div>
    </div>
  )
}
