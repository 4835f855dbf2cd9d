import { useRef, useState } from 'react'
import { CopyIcon } from '@phosphor-icons/react/Copy'
import { useMessages } from '../hooks/useMessages.ts'
import type { NotSent } from '../sync/not-sent.ts'
import { Button } from '../ui/Button.tsx'
import { copyFrom } from '../ui/copyFrom.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { notSentLines } from './notSentLines.ts'
import styles from './NotSentDialog.module.css'

/** «Dette ble ikke sendt»: the words of it, to be copied; it stays on the device until its person is done with it. */
export function NotSentDialog({ notSent, onDone }: { notSent: NotSent; onDone: () => void }) {
  const messages = useMessages('notSent', 'reading')
  const words = messages.notSent
  const [open, setOpen] = useState(true)
  const [told, setTold] = useState<'copied' | 'selected' | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const lines = notSentLines(notSent.items, messages)
  return (
    <Dialog open={open} title={words.heading} onClose={() => setOpen(false)}>
      <p>{words.why[notSent.reason]}</p>
      <p>{words.how}</p>
      <ul className={styles['items']}>
        {lines.map(({ what, text }, index) => (
          <li key={`${index} ${what}`}>
            <b>{what}</b>
            {text === '' ? <small>{words.noText}</small> : <p>{text}</p>}
          </li>
        ))}
      </ul>
      <textarea
        ref={field}
        readOnly
        className={styles['all']}
        aria-label={words.all}
        rows={3}
        value={lines.map(({ what, text }) => (text === '' ? what : `${what}\n${text}`)).join('\n\n')}
      />
      <div className={styles['buttons']}>
        <Button look="main" onClick={() => field.current && setTold(copyFrom(field.current) ? 'copied' : 'selected')}>
          <CopyIcon aria-hidden />
          {words.copy}
        </Button>
        <Button aria-describedby="not-sent-done" onClick={onDone}>
          {words.done}
        </Button>
      </div>
      <p role="status" className={styles['told']}>
        {told === 'copied' && words.copied}
        {told === 'selected' && words.selectAndCopy}
      </p>
      <p id="not-sent-done" className={styles['told']}>
        {words.doneHint}
      </p>
    </Dialog>
  )
}
