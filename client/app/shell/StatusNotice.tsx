import { XIcon } from '@phosphor-icons/react/X'
import type { SaveStatus } from '../../hooks/useSaveStatus.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './StatusNotice.module.css'

/** The words behind the status, in the bar: they cover nothing that someone is writing. */
export function StatusNotice({ status, onDismiss }: { status: SaveStatus; onDismiss: () => void }) {
  const { common, errors } = useMessages('errors')
  const look = styles['notice']
  if (status.kind === 'ended') {
    return (
      <Notice kind="error" role="alert" className={look}>
        {status.code ? errors[status.code] : common.unreachable}{' '}
        <Button look="quiet" onClick={() => window.location.reload()}>
          {common.reload}
        </Button>
      </Notice>
    )
  }
  if (status.kind === 'offline') {
    return (
      <Notice kind="offline" role="status" className={look}>
        <b>{common.offline.title}</b> {status.localCopy ? common.offline.kept : common.offline.notKept}
      </Notice>
    )
  }
  if (status.kind === 'resting') {
    return (
      <Notice kind="locked" role="status" className={look}>
        <b>{common.resting.title}</b> {common.resting.help}
      </Notice>
    )
  }
  if (status.code) {
    return (
      <Notice kind="error" role="alert" className={look}>
        <span className={styles['row']}>
          {errors[status.code]}
          <Button look="quiet" iconOnly aria-label={common.close} onClick={onDismiss}>
            <XIcon aria-hidden />
          </Button>
        </span>
      </Notice>
    )
  }
  if (status.backOnline) {
    return (
      <Notice kind="done" role="status" className={look}>
        <b>{common.online.title}</b> {common.online.sent(status.backOnline.sent)}
      </Notice>
    )
  }
  return null
}
