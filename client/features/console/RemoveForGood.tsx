import { useState } from 'react'
import type { FoundView, PurgeRequest, PurgeView } from '../../../shared/api.ts'
import { AppError } from '../../../shared/errors.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { AskFirst } from './AskFirst.tsx'
import { Found, type Wanted } from './Found.tsx'
import { Removed } from './Removed.tsx'
import { useFocusKept } from './useFocusKept.ts'
import { useForm } from './useForm.ts'
import styles from './care.module.css'

/** What was found, and for which text: another one in the field is not what is asked about. */
type FoundText = { text: string; view: FoundView }

/** What must be nowhere any more: found first, then removed when it is said what that means; and what may hold it still. */
export function RemoveForGood({ teamId }: { teamId: string }) {
  const words = useMessages('care').care.purge
  const { api } = useSession()
  const [text, setText] = useState('')
  const [found, setFound] = useState<FoundText | null>(null)
  const [asking, setAsking] = useState<(Wanted & { request: PurgeRequest }) | null>(null)
  const [removing, setRemoving] = useState(false)
  const [done, setDone] = useState<{ view: PurgeView; at: number } | null>(null)
  const section = useFocusKept<HTMLElement>()
  const start = () => {
    setFound(null)
    setAsking(null)
    setDone(null)
  }
  const find = useForm(async () => {
    if (text.trim() === '') throw new AppError('textTooShort')
    start()
    setFound({ text, view: await api.post<FoundView>(`/api/teams/${teamId}/find`, { text }) })
  })
  const remove = async (request: PurgeRequest) => {
    setRemoving(true)
    try {
      const removed = await api.post<PurgeView>(`/api/teams/${teamId}/purge`, request)
      start()
      setDone({ view: removed, at: Date.now() })
      setText('')
    } finally {
      setRemoving(false)
    }
  }
  const shown = found?.text === text ? found : null
  return (
    <section ref={section} tabIndex={-1} className={styles.card} aria-labelledby="care-purge">
      <h2 id="care-purge">{words.heading}</h2>
      <p className={styles.muted}>{words.lead}</p>
      <form className={styles.line} onSubmit={find.onSubmit} noValidate>
        <Field label={words.text} hint={words.textHint} error={find.problem}>
          {(control) => (
            <TextInput
              {...control}
              value={text}
              // Another text would take the question away, and with it what became of it.
              readOnly={removing}
              maxLength={limits.unwantedText}
              autoComplete="off"
              onChange={(event) => {
                setText(event.target.value)
                start()
              }}
            />
          )}
        </Field>
        <Button type="submit" busy={find.busy}>
          {find.busy ? words.finding : words.find}
        </Button>
      </form>
      {/* Always there: only what comes into a live region is read aloud. */}
      <p role="status" className={styles.live}>
        {shown &&
          (placesIn(shown.view) === 0 ? words.nowhere : words.stands(shown.view.places.length, shown.view.comments))}
      </p>
      {shown && (
        <Found
          view={shown.view}
          onThing={({ item, title }) => setAsking({ item, title, request: { item } })}
          onText={() => setAsking({ item: null, title: text.trim(), request: { text } })}
        />
      )}
      {shown && asking && (
        <AskFirst
          key={asking.item === null ? '' : `${asking.item.kind} ${asking.item.id}`}
          question={asking.item === null ? words.askText(asking.title) : words.askThing(asking.title)}
          confirm={words.confirm}
          working={words.removing}
          act={async () => remove(asking.request)}
          own={{ notFound: words.gone, unreachable: words.noAnswer }}
          onCancel={() => setAsking(null)}
        >
          <ul className={styles.means}>
            {words.means.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </AskFirst>
      )}
      {done && <Removed view={done.view} now={done.at} />}
    </section>
  )
}

const placesIn = ({ places, comments }: FoundView) => places.length + comments
