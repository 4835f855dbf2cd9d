import { useState } from 'react'
import type { NetworkView, TeamView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { PersonRow } from './PersonRow.tsx'
import console from './console.module.css'
import styles from './people.module.css'

/** Who has joined a team. */
export function PeopleOfTeam({
  network,
  team,
  reload,
}: {
  network: NetworkView
  team: TeamView
  reload: () => Promise<void>
}) {
  const words = useMessages('console').console.people
  const [said, setSaid] = useState('')
  return (
    <section className={styles.section}>
      <h3>{words.inTeam}</h3>
      {team.members.length === 0 && <p className={console.muted}>{words.nobody}</p>}
      <ul className={styles.people}>
        {team.members.map((person) => (
          <PersonRow
            key={person.personId}
            networkId={network.id}
            person={person}
            teams={network.teams.filter(({ id }) => id !== team.id)}
            onDone={async (sentence) => {
              setSaid(sentence)
              await reload()
            }}
          />
        ))}
      </ul>
      <p role="status" className={console.muted}>
        {said}
      </p>
    </section>
  )
}
