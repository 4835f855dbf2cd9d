import { useCallback, useState } from 'react'
import type { HistoryView } from '../../../shared/api.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { AskedNotice } from './AskedNotice.tsx'
import { historyKey, nothingRead, withPage, type HistoryEntry } from './historyPages.ts'
import { periodQuery, type HistoryPeriod } from './historyPeriod.ts'
import { useAsked } from './useAsked.ts'
import { useForm } from './useForm.ts'
import { whenInWords } from './whenInWords.ts'
import styles from './care.module.css'
import forms from './forms.module.css'

const lookAgainMs = 15_000

const newestFirst = (one: HistoryEntry, other: HistoryEntry) => other.at - one.at

type HistoryEntriesProps = {
  teamId: string
  /** empty: everyone */
  personId: string
  period: HistoryPeriod
  onPage: (page: HistoryView) => void
}

/** A line for each minute in which somebody changed the boards, newest first, a page at a time. */
export function HistoryEntries({ teamId, personId, period, onPage }: HistoryEntriesProps) {
  const { language, messages } = useLocale('care')
  const words = messages.care.history
  const { api } = useSession()
  const [{ entries, next }, setPages] = useState(nothingRead)
  const page = useCallback(
    async (cursor: string | null) => {
      const query = new URLSearchParams({
        ...periodQuery(period, Date.now()),
        ...(personId && { personId }),
        ...(cursor && { cursor }),
      })
      const answer = await api.get<HistoryView>(`/api/teams/${teamId}/history?${query}`)
      onPage(answer)
      setPages((before) => withPage(before, answer, cursor))
      return answer
    },
    [api, teamId, personId, period, onPage],
  )
  const first = useCallback(async () => page(null), [page])
  const asked = useAsked(first, lookAgainMs)
  const more = useForm(async () => {
    await page(next ?? null)
  })
  return (
    <>
      <AskedNotice asked={asked} />
      {asked.answer !== null && entries.size === 0 && <p role="status">{words.none}</p>}
      {entries.size > 0 && (
        <ul className={styles.rows} aria-label={words.list}>
          {[...entries.values()].toSorted(newestFirst).map(({ at, personId: id, name, changes }) => (
            <li key={historyKey({ at, personId: id })} className={styles.row}>
              <div className={styles.what}>
                <b>{name ?? words.server}</b>
                <small>{`${whenInWords(at, asked.at, language, messages.care)}, ${words.changes(changes)}`}</small>
              </div>
            </li>
          ))}
        </ul>
      )}
      {more.problem && (
        <Notice kind="error" role="alert">
          {more.problem}
        </Notice>
      )}
      {next && (
        <div className={forms.buttons}>
          <Button busy={more.busy} onClick={more.run}>
            {more.busy ? messages.common.loading : words.more}
          </Button>
        </div>
      )}
    </>
  )
}
