import { useCallback, useState } from 'react'
import type { HistoryView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { HistoryEntries } from './HistoryEntries.tsx'
import { historyPeriods, type HistoryPeriod } from './historyPeriod.ts'
import { useFocusKept } from './useFocusKept.ts'
import styles from './care.module.css'

type Person = { personId: string; name: string }

/** Who changed a team's boards, and when; one person or one time alone where that is asked. `people`: who is there now. */
export function History({ teamId, people }: { teamId: string; people: readonly Person[] }) {
  const words = useMessages('care').care.history
  const [personId, setPersonId] = useState('')
  const [period, setPeriod] = useState<HistoryPeriod>('month')
  // Who has left is known only by what they changed.
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map())
  const know = useCallback(({ entries }: HistoryView) => {
    const found = entries.flatMap(({ personId: id, name }): [string, string][] =>
      id !== null && name !== null ? [[id, name]] : [],
    )
    setSeen((before) => (found.every(([id]) => before.has(id)) ? before : new Map([...before, ...found])))
  }, [])
  const names = new Map([...people.map(({ personId: id, name }): [string, string] => [id, name]), ...seen])
  const section = useFocusKept<HTMLElement>()
  return (
    <section ref={section} tabIndex={-1} className={styles.card} aria-labelledby="care-history">
      <h2 id="care-history">{words.heading}</h2>
      <p className={styles.muted}>{words.lead}</p>
      <div className={styles.filters}>
        <Field label={words.who}>
          {(control) => (
            <Select {...control} value={personId} onChange={(event) => setPersonId(event.target.value)}>
              <option value="">{words.everyone}</option>
              {[...names].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={words.when}>
          {(control) => (
            <Select
              {...control}
              value={period}
              onChange={(event) => setPeriod(historyPeriods.find((each) => each === event.target.value) ?? 'month')}
            >
              {historyPeriods.map((each) => (
                <option key={each} value={each}>
                  {words.periods[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <HistoryEntries key={`${personId} ${period}`} {...{ teamId, personId, period }} onPage={know} />
    </section>
  )
}
