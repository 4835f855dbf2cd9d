import { useEffect, useRef } from 'react'
import { CalendarBlank } from '@phosphor-icons/react/CalendarBlank'
import type { AppError } from '../../shared/errors.ts'
import { formatDate } from '../../shared/locale/dates.ts'
import { useLocale } from '../hooks/useMessages.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import { TextInput } from './TextInput.tsx'
import { parseDate } from './parseDate.ts'
import { today } from './today.ts'
import { useDraft } from './useDraft.ts'
import styles from './DateField.module.css'

type DateFieldProps = {
  label: string
  /** default: how a date is written */
  hint?: string
  value: string | null
  onChange: (date: string | null) => AppError | null
  /** What stands there is no date, or is one again: for a form that must not be sent without it. */
  onWrong?: (wrong: boolean) => void
  paused: boolean
}

/** A date that is written as people write dates, or chosen in the browser's calendar. */
export function DateField({ label, hint, value, onChange, onWrong, paused }: DateFieldProps) {
  const { language, messages } = useLocale('editing')
  const m = messages.editing.date
  const calendar = useRef<HTMLInputElement>(null)
  const draft = useDraft({
    shown: value === null ? '' : formatDate(value, language, { year: true }),
    paused,
    commit: (text) => {
      const parsed = parseDate(text, today(new Date()))
      return !parsed.ok || onChange(parsed.value) ? m.wrong : null
    },
  })
  const wrong = draft.error !== null
  const tellWrong = useRef(onWrong)
  useEffect(() => {
    tellWrong.current = onWrong
  })
  useEffect(() => tellWrong.current?.(wrong), [wrong])
  return (
    <Field label={label} hint={hint ?? m.hint} error={draft.error}>
      {(control) => (
        <span className={styles['line']}>
          <TextInput {...control} {...draft.input} autoComplete="off" className={styles['text']} />
          <input
            ref={calendar}
            type="date"
            className={styles['calendar']}
            tabIndex={-1}
            aria-hidden="true"
            value={value ?? ''}
            onChange={(event) => draft.take(event.target.value)}
          />
          <Button
            iconOnly
            className={styles['pick']}
            aria-label={m.pick}
            title={m.pick}
            onClick={() => calendar.current?.showPicker()}
          >
            <CalendarBlank aria-hidden />
          </Button>
        </span>
      )}
    </Field>
  )
}
