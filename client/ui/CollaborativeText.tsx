import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type * as Y from 'yjs'
import { findIdentityNumbers } from '../../shared/identity-number.ts'
import { useMessages } from '../hooks/useMessages.ts'
import { classNames } from './classNames.ts'
import { RefusedText } from './RefusedText.tsx'
import { TextBinding } from './TextBinding.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import { Warning } from './Warning.tsx'
import styles from './CollaborativeText.module.css'

export type CollaborativeTextProps = {
  /** another text binds anew; what is typed always goes to the text that is shown */
  text: Y.Text
  /** in UTF-16 units */
  max: number
  label: string
  /** the label stands elsewhere on the page: read aloud only */
  hideLabel?: boolean
  hint?: string | undefined
  placeholder?: string | undefined
  readOnly?: boolean
  /** Enter makes a new line; else it calls `onEnter`, and pasted lines become one */
  multiline?: boolean
  autoFocus?: boolean
  id?: string
  className?: string | undefined
  /** ids of what else describes the field */
  describedBy?: string | undefined
  invalid?: boolean
  fieldRef?: Ref<HTMLTextAreaElement>
  onEnter?: () => void
  onEscape?: () => void
  onUndo?: (() => void) | undefined
  onRedo?: (() => void) | undefined
  /** for presence: who is writing where */
  onFocus?: () => void
  onBlur?: () => void
}

/** A field that several people write in at once. It grows with its words, warns softly and loses nothing. */
export function CollaborativeText(props: CollaborativeTextProps) {
  const { text, max, label, multiline = false, readOnly = false, autoFocus = false } = props
  const messages = useMessages().common.text
  const field = useRef<HTMLTextAreaElement>(null)
  const [value, setValue] = useState('')
  const [refused, setRefused] = useState('')
  const limit = useRef(max)
  limit.current = max
  const ownId = useId()
  const id = props.id ?? ownId

  useEffect(() => {
    if (!field.current) return
    setRefused('')
    const binding = new TextBinding({
      field: field.current,
      text,
      max: () => limit.current,
      onValue: setValue,
      onRefused: (more) => setRefused((before) => before + more),
    })
    return () => binding.destroy()
  }, [text])

  useEffect(() => {
    if (!autoFocus || !field.current) return
    field.current.focus()
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [autoFocus])

  const { onUndo, onRedo } = props
  useEffect(() => {
    // The menu's and the phone's own «undo» would take back what others wrote, too.
    const element = field.current
    const beforeInput = (event: InputEvent) => {
      const act = event.inputType === 'historyUndo' ? onUndo : event.inputType === 'historyRedo' ? onRedo : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    element?.addEventListener('beforeinput', beforeInput)
    return () => element?.removeEventListener('beforeinput', beforeInput)
  }, [onUndo, onRedo])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const key = event.key.toLowerCase()
    const command = (event.ctrlKey || event.metaKey) && !event.altKey
    const act =
      command && key === 'z' ? (event.shiftKey ? onRedo : onUndo) : command && key === 'y' ? onRedo : undefined
    if (act) {
      event.preventDefault()
      act()
    } else if (event.key === 'Enter' && !multiline) {
      event.preventDefault()
      props.onEnter?.()
    } else if (event.key === 'Escape' && props.onEscape) {
      event.stopPropagation()
      props.onEscape()
    }
  }

  const checked = useDeferredValue(value)
  const suspicious = useMemo(() => findIdentityNumbers(checked).length > 0, [checked])
  const described = [
    props.hint && `${id}-hint`,
    suspicious && `${id}-identity`,
    refused && `${id}-refused`,
    props.describedBy,
  ].filter(Boolean)
  return (
    <div className={classNames(styles['text'], props.className)}>
      {props.hideLabel ? (
        <VisuallyHidden>
          <label htmlFor={id}>{label}</label>
        </VisuallyHidden>
      ) : (
        <label className={styles['label']} htmlFor={id}>
          {label}
        </label>
      )}
      {props.hint && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <div className={styles['grow']} data-value={`${value || (props.placeholder ?? '')} `}>
        <textarea
          ref={(element) => {
            field.current = element
            if (typeof props.fieldRef === 'function') props.fieldRef(element)
            else if (props.fieldRef) props.fieldRef.current = element
          }}
          id={id}
          rows={1}
          className={styles['field']}
          readOnly={readOnly}
          placeholder={props.placeholder}
          autoComplete="off"
          enterKeyHint={multiline ? undefined : 'done'}
          aria-describedby={described.join(' ') || undefined}
          aria-invalid={props.invalid || refused ? true : undefined}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text')
            if (multiline || readOnly || !/[\r\n]/u.test(pasted)) return
            event.preventDefault()
            const { selectionStart, selectionEnd } = event.currentTarget
            event.currentTarget.setRangeText(
              pasted.replace(/\s*[\r\n]+\s*/gu, ' '),
              selectionStart,
              selectionEnd,
              'end',
            )
            event.currentTarget.dispatchEvent(new InputEvent('input', { bubbles: true }))
          }}
          onFocus={() => props.onFocus?.()}
          onBlur={() => props.onBlur?.()}
        />
      </div>
      <Warning id={`${id}-identity`}>{suspicious && messages.identityNumber}</Warning>
      {refused && (
        <RefusedText
          id={`${id}-refused`}
          text={refused}
          max={max}
          onForget={() => {
            setRefused('')
            field.current?.focus()
          }}
        />
      )}
    </div>
  )
}
