import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { VersionsView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { AskedNotice } from './AskedNotice.tsx'
import { KeepVersion } from './KeepVersion.tsx'
import { useAsked } from './useAsked.ts'
import { useFocusKept } from './useFocusKept.ts'
import { VersionRow } from './VersionRow.tsx'
import styles from './care.module.css'
import forms from './forms.module.css'

const lookAgainMs = 10_000
const firstShown = 12

/** A team's kept states: keep one more under a name, look at one, restore it. */
export function Versions({ teamId }: { teamId: string }) {
  const words = useMessages('care').care.versions
  const { api } = useSession()
  const path = `/api/teams/${teamId}/versions`
  const ask = useCallback(async () => api.get<VersionsView>(path), [api, path])
  const asked = useAsked(ask, lookAgainMs)
  const [all, setAll] = useState(false)
  const [told, setTold] = useState('')
  const telling = useRef<HTMLParagraphElement>(null)
  const section = useFocusKept<HTMLElement>()
  const tell = async (sentence: string, there: boolean) => {
    // The sentence stands above the list, and the row that it is about may be far down or gone.
    flushSync(() => setTold(sentence))
    if (there) telling.current?.focus()
    await asked.reload()
  }
  const versions = asked.answer?.versions ?? []
  const shown = all ? versions : versions.slice(0, firstShown)
  return (
    <section ref={section} tabIndex={-1} className={styles.card} aria-labelledby="care-versions">
      <h2 id="care-versions">{words.heading}</h2>
      <p className={styles.muted}>{words.lead}</p>
      <KeepVersion path={path} onChange={() => setTold('')} onKept={async (sentence) => tell(sentence, false)} />
      <p ref={telling} tabIndex={-1} role="status" className={styles.told}>
        {told}
      </p>
      <AskedNotice asked={asked} />
      {asked.answer !== null && versions.length === 0 && <p>{words.none}</p>}
      {versions.length > 0 && (
        <ul className={styles.rows} aria-label={words.list}>
          {shown.map((version) => (
            <VersionRow
              key={version.id}
              teamId={teamId}
              version={version}
              now={asked.at}
              onTell={async (sentence) => tell(sentence, true)}
            />
          ))}
        </ul>
      )}
      {shown.length < versions.length && (
        <div className={forms.buttons}>
          <Button onClick={() => setAll(true)}>{words.more}</Button>
        </div>
      )}
    </section>
  )
}
