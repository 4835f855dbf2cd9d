import { useId, type ReactNode } from 'react'
import { classNames } from '../../ui/classNames.ts'
import styles from './ChoiceButtons.module.css'

type ChoiceButtonsProps<T extends string | number> = {
  label: string
  value: T | null
  choices: readonly { value: T; label: string; glyph?: ReactNode }[]
  /** null: the pressed one was pressed again, where nothing may be chosen */
  onChange: (value: T | null) => void
  /** pressing the chosen one again takes the choice away */
  clearable?: boolean
  disabled?: boolean
}

/** A question with its answers laid open, one of them pressed. */
export function ChoiceButtons<T extends string | number>(props: ChoiceButtonsProps<T>) {
  const { label, value, choices, onChange, clearable = false, disabled = false } = props
  const id = useId()
  const tall = choices.some((choice) => choice.glyph !== undefined)
  return (
    <div>
      <p id={id} className={styles['label']}>
        {label}
      </p>
      <div role="group" aria-labelledby={id} className={classNames(styles['group'], tall && styles['tall'])}>
        {choices.map((choice) => {
          const pressed = choice.value === value
          return (
            <button
              key={choice.value}
              type="button"
              className={styles['choice']}
              aria-pressed={pressed}
              disabled={disabled && !pressed}
              onClick={() => {
                if (disabled) return
                if (!pressed) onChange(choice.value)
                else if (clearable) onChange(null)
              }}
            >
              {choice.glyph}
              {choice.label}
            </button>
          )
        })}
      </div>
    </div>
  )
}
