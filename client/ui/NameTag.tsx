import { PencilSimple } from '@phosphor-icons/react/PencilSimple'
import type { PresenceUser } from '../../shared/api.ts'
import { useMessages } from '../hooks/useMessages.ts'
import styles from './NameTag.module.css'

/** «Mette skriver her nå». Nothing is locked: writing anyway is allowed. */
export function NameTag({ people }: { people: readonly PresenceUser[] }) {
  const { editing: m } = useMessages('editing')
  if (people.length === 0) return null
  return (
    <p className={styles['tag']}>
      <PencilSimple size={18} aria-hidden />
      {m.presence.writes(people.map((person) => person.name))}
    </p>
  )
}
