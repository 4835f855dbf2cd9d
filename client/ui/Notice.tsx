import type { ReactNode } from 'react'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { CloudSlashIcon } from '@phosphor-icons/react/CloudSlash'
import { InfoIcon } from '@phosphor-icons/react/Info'
import { LockIcon } from '@phosphor-icons/react/Lock'
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle'
import { classNames } from './classNames.ts'
import styles from './Notice.module.css'

const icons = {
  offline: CloudSlashIcon,
  done: CheckCircleIcon,
  locked: LockIcon,
  error: WarningCircleIcon,
  info: InfoIcon,
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
