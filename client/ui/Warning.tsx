import type { ReactNode } from 'react'
import { ShieldWarningIcon } from '@phosphor-icons/react/ShieldWarning'
import styles from './Warning.module.css'

/** A soft word beside a field: it stops nothing. The region is always there, so that its words are read when they come. */
export function Warning({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div role="status" id={id}>
      {children && (
        <p className={styles['warning']}>
          <ShieldWarningIcon size={22} aria-hidden />
          <span>{children}</span>
        </p>
      )}
    </div>
  )
}
