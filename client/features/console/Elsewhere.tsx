import { Link } from 'wouter'
import type { FoundView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import styles from './care.module.css'

/** Other teams that have the same text, and the way to their own removal; nothing where there are none. */
export function Elsewhere({ teams }: { teams: FoundView['elsewhere'] }) {
  const words = useMessages('care').care.purge
  if (teams.length === 0) return null
  return (
    <div>
      <p>{words.elsewhere}</p>
      <ul className={styles.means}>
        {teams.map(({ teamId, name }) => (
          <li key={teamId}>
            <Link href={`/styring/team/${teamId}/fjern`}>{words.elsewhereAt(name)}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
