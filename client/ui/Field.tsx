import { useId, type ReactNode } from 'react'
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle'
import styles from './Field.module.css'

/** What the control inside must carry, so that label, hint and error are read with it. */
export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  children: (control: FieldControl) => ReactNode
}

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      <div role="alert">
        {error && (
          <p className={styles['error']} id={`${id}-error`}>
            <WarningCircleIcon size={22} aria-hidden />
            <span>{error}</span>
          </p>
        )}
      </div>
    </div>
  )
}
