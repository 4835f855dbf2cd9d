import { useEffect, useRef } from 'react'
import type { PurgeView } from '../../../shared/api.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { whenInWords } from './whenInWords.ts'
import styles from './care.module.css'

type RemovedProps = { view: PurgeView; now: number }

/** What a removal did, and what may hold it still: other teams, and backups that somebody has to delete. Takes the focus when it comes. */
export function Removed({ view: { places, comments, elsewhere, clean, backups }, now }: RemovedProps) {
  const { language, messages } = useLocale('care')
  const words = messages.care.purge
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <div ref={here} tabIndex={-1} role="group" aria-label={words.done}>
      <Notice kind="done">
        <div className={styles.removed}>
          <p>
            <b>{words.done}</b> {words.replaced(places, comments)}
          </p>
          <Elsewhere teams={elsewhere} />
          <div>
            <p>{backups.length > 0 ? words.backups : words.noBackups}</p>
            {backups.length > 0 && (
              <ul className={styles.means}>
                {backups.map(({ file, at }) => (
                  <li key={`${file} ${at}`}>{words.backup(file, whenInWords(at, now, language, messages.care))}</li>
                ))}
              </ul>
            )}
          </div>
          {!clean && <p>{words.notClean}</p>}
          <p>{words.others}</p>
        </div>
      </Notice>
    </div>
  )
}
