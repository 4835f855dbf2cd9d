import { WifiSlashIcon } from '@phosphor-icons/react/WifiSlash'
import { useMessages } from '../../hooks/useMessages.ts'
import { clockTime } from './clockTime.ts'
import styles from './projector.module.css'

const letters = ['S', 'M', 'A', 'R', 'T', 'E'] as const

/** What the letters mean, which page this is, and whether the picture is old. */
export function StageFooter({
  legend,
  page,
  pages,
  offlineSince,
}: {
  legend: boolean
  page: number
  pages: number
  offlineSince: number | null
}) {
  const { projector, common } = useMessages()
  return (
    <footer className={styles.footer}>
      {legend && (
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
      )}
      {offlineSince !== null && (
        <p className={styles.offline}>
          <WifiSlashIcon weight="bold" aria-hidden /> {projector.offlineSince(clockTime(offlineSince))}
        </p>
      )}
      {pages > 1 && <p className={styles.page}>{projector.page(page + 1, pages)}</p>}
    </footer>
  )
}
