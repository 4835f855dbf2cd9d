import type { PresenceUser, SessionView } from '../../../shared/api.ts'
import { compareText } from '../../../shared/locale/sorting.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePresence } from '../../hooks/usePresence.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './PeopleHere.module.css'

const mostFaces = 5

/** Who is on this team's pages now: faces in the bar, names on a press. */
export function PeopleHere({ open, session }: { open: OpenDocument | null; session: SessionView }) {
  const { common, talk } = useMessages('talk')
  const presence = usePresence(open)
  const self: PresenceUser = { personId: session.personId, name: session.name, role: session.role }
  const people = [self, ...presence.people.toSorted((a, b) => compareText(a.name, b.name))]
  const count = presence.count + 1
  const rest = count - Math.min(people.length, mostFaces)
  return (
    <Disclosure
      label={common.hereNow(count)}
      className={styles['button']}
      face={
        <>
          {people.slice(0, mostFaces).map(({ personId, name }) => (
            <Avatar key={personId} personId={personId} name={name} />
          ))}
          {rest > 0 && <span className={styles['rest']}>+{rest}</span>}
          <span className={styles['count']}>{count}</span>
        </>
      }
    >
      {() => (
        <>
          <h2 className={styles['heading']}>{common.hereNow(count)}</h2>
          <ul className={styles['list']}>
            {people.map(({ personId, name, role }) => (
              <li key={personId}>
                <Avatar personId={personId} name={name} small />
                <span>
                  {name}
                  {personId === session.personId && ` (${common.you})`}
                  {role === 'facilitator' && <small> · {talk.facilitator}</small>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  )
}
