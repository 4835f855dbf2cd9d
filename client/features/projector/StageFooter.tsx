import type { ReactNode } from 'react'
import { WifiSlashIcon } from '@phosphor-icons/react/WifiSlash'
import { useMessages } from '../../hooks/useMessages.ts'
import { clockTime } from './clockTime.ts'
import styles from './projector.module.css'

/** What the signs mean, which page this is, and whether the picture is old. */
export function StageFooter({
  legend,
  page,
  pages,
  offlineSince,
}: {
  legend: ReactNode
  page: number
  pages: number
  offlineSince: number | null
}) {
  const { projector } = useMessages('projector')
  return (
    <footer className={styles.footer}>
      {legend}
      {offlineSince !== null && (
        <p className={styles.offline}>
          <WifiSlashIcon weight="bold" aria-hidden /> {projector.offlineSince(clockTime(offlineSince))}
        </p>
      )}
      {pages > 1 && <p className={styles.page}>{projector.page(page + 1, pages)}</p>}
    </footer>
  )
}
