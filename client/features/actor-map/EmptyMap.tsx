import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './EmptyMap.module.css'

/** No map yet: one human question and one button. */
export function EmptyMap({ onAdd }: { onAdd: (() => void) | null }) {
  const { empty } = useMessages('map').map
  return (
    <div className={styles['empty']}>
      <svg viewBox="0 0 120 60" width="120" height="60" aria-hidden="true">
        <ellipse cx="60" cy="30" rx="58" ry="28" className={styles['outer']} />
        <ellipse cx="60" cy="30" rx="36" ry="17" className={styles['inner']} />
        <circle cx="60" cy="30" r="10" className={styles['person']} />
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
