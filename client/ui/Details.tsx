import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import styles from './Details.module.css'

type DetailsProps = {
  label: string
  /** how much is inside */
  count: number
  open?: boolean
  className?: string | undefined
  children: ReactNode
}

/** What is put away and can be looked into: what was deleted, what is hidden. Not for paper. */
export function Details({ label, count, open, className, children }: DetailsProps) {
  return (
    <details className={classNames(styles['details'], className)} open={open}>
      <summary>
        {label} <span>{count}</span>
      </summary>
      {children}
    </details>
  )
}
