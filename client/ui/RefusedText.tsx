import { useRef, useState } from 'react'
import { useMessages } from '../hooks/useMessages.ts'
import { Button } from './Button.tsx'
import { copyFrom } from './copyFrom.ts'
import styles from './RefusedText.module.css'

type RefusedTextProps = { id: string; text: string; max: number; onForget: () => void }

/** What there was no room for, to be copied: nothing that someone typed is thrown away. */
export function RefusedText({ id, text, max, onForget }: RefusedTextProps) {
  const messages = useMessages().common
  const area = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  return (
    <div className={styles['refused']}>
      <p id={id} role="alert">
        {messages.text.full(max)}
      </p>
      <textarea ref={area} readOnly value={text} rows={Math.min(4, text.split('\n').length + 1)} aria-labelledby={id} />
      <div className={styles['row']}>
        <Button onClick={() => setCopied(area.current !== null && copyFrom(area.current))}>
          {copied ? messages.copied : messages.copy}
        </Button>
        <Button look="quiet" onClick={onForget}>
          {messages.text.forget}
        </Button>
      </div>
    </div>
  )
}
