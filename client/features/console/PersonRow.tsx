import { useState } from 'react'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { useForm } from './useForm.ts'
import console from './console.module.css'
import styles from './people.module.css'

type Person = { personId: string; name: string; title: string | null }
type PersonRowProps = {
  networkId: string
  person: Person
  /** what else stands by the name */
  about?: string
  /** oneself can't be removed */
  own?: boolean
  /** where the person can be moved; left out for who is in no team */
  teams?: readonly { id: string; name: string }[]
  /** the row may be gone: what happened is said by who holds the list */
  onDone: (said: string) => Promise<void>
}

/** One person: moved to another team, or taken out of the network. What that means is said before it happens. */
export function PersonRow({ networkId, person, about, own = false, teams = [], onDone }: PersonRowProps) {
  const messages = useMessages('console')
  const words = messages.console.people
  const { api } = useSession()
  const [asking, setAsking] = useState(false)
  const [target, setTarget] = useState<string | null>(null)
  const path = `/api/networks/${networkId}/people/${person.personId}`
  const { busy, problem, run } = useForm(async () => {
    if (target !== null) {
      await api.patch(path, { teamId: target })
      await onDone(words.moved(person.name, teams.find(({ id }) => id === target)?.name ?? ''))
      return
    }
    await api.delete(path)
    await onDone(words.removed(person.name))
  })
  return (
    <li className={styles.person}>
      <Avatar personId={person.personId} name={person.name} />
      <span className={styles.name}>
        {person.name}
        {own && ` (${words.you})`}
        {(person.title ?? about) && <small>{[person.title, about].filter(Boolean).join(' · ')}</small>}
      </span>
      {!asking && (
        <span className={styles.does}>
          {teams.length > 0 && (
            <>
              <Select
                aria-label={words.moveTo(person.name)}
                value={target ?? ''}
                onChange={(event) => setTarget(event.target.value || null)}
              >
                <option value="">{words.stay}</option>
                {teams.map((team) => (
                  <option key={team.id} value={team.id}>
                    {team.name}
                  </option>
                ))}
              </Select>
              {target !== null && (
                <Button onClick={run} busy={busy}>
                  {words.move}
                </Button>
              )}
            </>
          )}
          {!own && target === null && (
            <Button look="quiet" onClick={() => setAsking(true)} aria-label={words.removeNamed(person.name)}>
              {words.remove}
            </Button>
          )}
        </span>
      )}
      {asking && (
        <div className={console.asking} role="group" aria-label={words.removeNamed(person.name)}>
          <p>{words.removeLead(person.name)}</p>
          <div className={console.buttons}>
            {/* It takes the focus: the button that was pressed is gone. */}
            <Button autoFocus look="main" onClick={run} busy={busy}>
              {words.remove}
            </Button>
            <Button onClick={() => setAsking(false)}>{messages.common.cancel}</Button>
          </div>
        </div>
      )}
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
    </li>
  )
}
