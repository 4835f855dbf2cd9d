import { useRef, useState } from 'react'
import { CopyIcon } from '@phosphor-icons/react/Copy'
import type { LinkView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { copyFrom } from '../../ui/copyFrom.ts'
import { QrCode } from './QrCode.tsx'
import styles from './console.module.css'

type LinkItemProps = {
  link: Pick<LinkView, 'code' | 'url'>
  /** how one comes in by the code */
  how: string
  /** who it is for, where it is not for everybody */
  about?: string
  qrLabel: string
  end?: { label: string; words: string; onEnd: () => void }
}

/** A link to be copied, read aloud by its code, shown as QR, and ended. */
export function LinkItem({ link, how, about, qrLabel, end }: LinkItemProps) {
  const words = useMessages('console').console.displays
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<'copied' | 'selected' | null>(null)
  const [qr, setQr] = useState(false)
  return (
    <div className={styles.link}>
      {about !== undefined && <p className={styles.muted}>{about}</p>}
      <p>
        {how} <b className={styles.code}>{link.code}</b>
      </p>
      <TextInput
        ref={field}
        readOnly
        value={link.url}
        aria-label={`${words.link}, ${link.code}`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.buttons}>
        <Button
          look="quiet"
          aria-label={`${words.copy}, ${link.code}`}
          onClick={() => field.current && setTold(copyFrom(field.current) ? 'copied' : 'selected')}
        >
          <CopyIcon aria-hidden />
          {words.copy}
        </Button>
        <Button look="quiet" aria-expanded={qr} onClick={() => setQr(!qr)}>
          {words.showQr}
        </Button>
        {end && (
          <Button look="quiet" onClick={end.onEnd} aria-label={end.label}>
            {end.words}
          </Button>
        )}
      </div>
      <p role="status" className={styles.muted}>
        {told === 'copied' && words.copied}
        {told === 'selected' && words.selectAndCopy}
      </p>
      {qr && <QrCode text={link.url} label={qrLabel} className={styles.qr} />}
    </div>
  )
}
