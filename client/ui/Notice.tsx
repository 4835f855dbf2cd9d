import type { ReactNode } from 'react'
import { CheckCircle } from '@phosphor-icons/react/CheckCircle'
import { CloudSlash } from '@phosphor-icons/react/CloudSlash'
import { Info } from '@phosphor-icons/react/Info'
import { Lock } from '@phosphor-icons/react/Lock'
import { WarningCircle } from '@phosphor-icons/react/WarningCircle'
import { classNames } from './classNames.ts'
import styles from './Notice.module.css'

const icons = {
  offline: CloudSlash,
  done: CheckCircle,
  locked: Lock,
  error: WarningCircle,
  info: Info,
}

type NoticeProps = {
  kind: keyof typeof icons
  children: ReactNode
  /** read aloud when it appears: `status` waits for a pause, `alert` does not */
  role?: 'status' | 'alert' | undefined
  className?: string | undefined
}

/** A message in the page, with colour, icon and words. It covers nothing. */
export function Notice({ kind, children, role, className }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div className={classNames(styles['notice'], styles[kind], className)} role={role}>
      <Icon size={24} aria-hidden />
      <div className={styles['words']}>{children}</div>
    </div>
  )
}
