import styles from './SegmentedControl.module.css'

type SegmentedControlProps<T extends string> = {
  label: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

/** Two or three ways to see the same thing, one of them pressed. */
export function SegmentedControl<T extends string>({ label, value, choices, onChange }: SegmentedControlProps<T>) {
  return (
    <div role="group" aria-label={label} className={styles['group']}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={styles['choice']}
          aria-pressed={choice.value === value}
          onClick={() => {
            if (choice.value !== value) onChange(choice.value)
          }}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
