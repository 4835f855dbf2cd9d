import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './EmptyBoard.module.css'

/** No goals yet: one human question and one button. */
export function EmptyBoard({ onAdd }: { onAdd: (() => void) | null }) {
  const { empty } = useMessages('goals').goals
  return (
    <div className={styles['empty']}>
      <svg viewBox="0 0 120 66" width="120" height="66" aria-hidden="true">
        <rect x="2" y="2" width="76" height="44" rx="6" className={styles['ghost']} />
        <rect x="30" y="12" width="86" height="48" rx="6" className={styles['card']} />
        <path d="M42 28h62M42 40h40" className={styles['words']} />
      </svg>
      <h2>{empty.question}</h2>
      <p>{onAdd ? empty.hint : empty.readOnly}</p>
      {onAdd && (
        <Button look="main" onClick={onAdd} data-add-card>
          {empty.button}
        </Button>
      )}
    </div>
  )
}
