import { useMessages } from '../../hooks/useMessages.ts'
import styles from './projector.module.css'

const letters = ['S', 'M', 'A', 'R', 'T', 'E'] as const

/** What the letters mean. */
export function SmarteLegend() {
  const { projector, common } = useMessages('projector')
  return (
    <p className={styles.legend}>
      {letters.map((letter) => (
        <span key={letter}>
          <b>{letter}</b> {common.smarte.letters[letter]}
        </span>
      ))}
      <span>
        <i data-met /> {projector.smarteMet}
      </span>
      <span>
        <i /> {projector.smarteNotMet}
      </span>
    </p>
  )
}
