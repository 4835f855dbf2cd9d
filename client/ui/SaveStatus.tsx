import { useState } from 'react'
import { ArrowsClockwiseIcon } from '@phosphor-icons/react/ArrowsClockwise'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { CloudSlashIcon } from '@phosphor-icons/react/CloudSlash'
import { EyeIcon } from '@phosphor-icons/react/Eye'
import { PauseCircleIcon } from '@phosphor-icons/react/PauseCircle'
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle'
import { useMessages } from '../hooks/useMessages.ts'
import { classNames } from './classNames.ts'
import styles from './SaveStatus.module.css'

export type SaveStatusView = {
  kind: 'saved' | 'saving' | 'offline' | 'resting' | 'readonly' | 'ended'
  /** changes that the server has not confirmed */
  waiting: number
  /** why nothing is saved; null for someone who only reads */
  code: string | null
}

const icons = {
  saved: CheckCircleIcon,
  saving: ArrowsClockwiseIcon,
  offline: CloudSlashIcon,
  resting: PauseCircleIcon,
  reading: EyeIcon,
  notSaving: WarningCircleIcon,
  stopped: WarningCircleIcon,
}

/** The truth about saving, as icon and words. Going offline and coming back is read aloud, each keystroke is not. */
export function SaveStatus({ status }: { status: SaveStatusView }) {
  const words = useMessages().common.status
  const look =
    status.kind === 'readonly'
      ? status.code
        ? 'notSaving'
        : 'reading'
      : status.kind === 'ended'
        ? 'stopped'
        : status.kind
  const Icon = icons[look]
  const counted = look === 'offline' || look === 'resting'
  const text = counted ? words[look](status.waiting) : words[look]
  // While it is being saved, what was said last stays: nothing new is said, and nothing that is not yet so.
  const [settled, setSettled] = useState('')
  const spoken = look === 'saving' ? settled : counted ? words[look](0) : text
  if (spoken !== settled) setSettled(spoken)
  return (
    <span className={classNames(styles['status'], styles[look])} data-save-status={status.kind}>
      <Icon size={20} aria-hidden />
      <span aria-hidden="true" className={styles['text']}>
        {text}
      </span>
      <span role="status" className={styles['spoken']}>
        {spoken}
      </span>
    </span>
  )
}
