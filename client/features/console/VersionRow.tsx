import { useState } from 'react'
import type { VersionTextView, VersionView } from '../../../shared/api.ts'
import { AppError } from '../../../shared/errors.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { AskFirst } from './AskFirst.tsx'
import { useForm } from './useForm.ts'
import { VersionText } from './VersionText.tsx'
import { whenInWords } from './whenInWords.ts'
import styles from './care.module.css'

type VersionRowProps = {
  teamId: string
  version: VersionView
  now: number
  /** it was restored, or is there no more: the sentence that says so, and the list anew */
  onTell: (sentence: string) => Promise<void>
}

/** One version: when, what for and by whom; its boards as text; and the way back to it. */
export function VersionRow({ teamId, version, now, onTell }: VersionRowProps) {
  const { language, messages } = useLocale('care', 'errors')
  const words = messages.care.versions
  const { api } = useSession()
  const [text, setText] = useState<VersionTextView | null>(null)
  const [asking, setAsking] = useState(false)
  const path = `/api/teams/${teamId}/versions/${version.id}`
  const when = whenInWords(version.at, now, language, messages.care)
  // Another facilitator may have removed something for good meanwhile, and all versions with it.
  const orGone = async (act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'notFound')) throw error
      await onTell(words.gone)
    }
  }
  const look = useForm(async () => orGone(async () => setText(await api.get<VersionTextView>(path))))
  const restore = async () =>
    orGone(async () => {
      await api.post(`${path}/restore`, {})
      setAsking(false)
      await onTell(words.restored(when))
    })
  const by = version.by?.name
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <b>{version.name ?? words.kinds[version.kind]}</b>
        <small>{by ? `${when}, ${words.by(by)}` : when}</small>
      </div>
      <div className={styles.does}>
        <Button
          look="quiet"
          busy={look.busy}
          aria-expanded={text !== null}
          aria-label={text ? words.hideIt(when) : words.lookAt(when)}
          onClick={() => (text ? setText(null) : look.run())}
        >
          {text ? words.hide : look.busy ? words.looking : words.look}
        </Button>
        <Button look="quiet" aria-expanded={asking} aria-label={words.restoreTo(when)} onClick={() => setAsking(true)}>
          {words.restore}
        </Button>
      </div>
      {look.problem && (
        <Notice kind="error" role="alert" className={styles.wide}>
          {look.problem}
        </Notice>
      )}
      {asking && (
        <AskFirst
          question={words.askRestore(when)}
          confirm={words.confirm}
          working={words.restoring}
          act={restore}
          own={{ unreachable: words.noAnswer }}
          onCancel={() => setAsking(false)}
        >
          <p>{words.restoreLead}</p>
        </AskFirst>
      )}
      {text && (
        <div className={styles.wide} role="region" aria-label={words.asItWas(when)}>
          <VersionText text={text.text} />
        </div>
      )}
    </li>
  )
}
