import { useState } from 'react'
import { ArrowCounterClockwiseIcon } from '@phosphor-icons/react/ArrowCounterClockwise'
import type { NetworkView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { useForm } from './useForm.ts'
import styles from './console.module.css'

type Removed = NetworkView['removedTeams'][number]

/** Teams that were removed, by whomever: each can be taken back, with its boards as they were and a new card. */
export function RemovedTeams({ network, reload }: { network: NetworkView; reload: () => Promise<void> }) {
  const words = useMessages('console').console.people
  const [said, setSaid] = useState('')
  if (network.removedTeams.length === 0 && said === '') return null
  return (
    <section className={styles.card} aria-labelledby="console-removed">
      <h2 id="console-removed">{words.removedTeams}</h2>
      <ul>
        {network.removedTeams.map((team) => (
          <RemovedTeam
            key={team.id}
            networkId={network.id}
            team={team}
            onDone={async () => {
              setSaid(words.takenBack(team.name))
              await reload()
            }}
          />
        ))}
      </ul>
      <p role="status" className={styles.muted}>
        {said}
      </p>
    </section>
  )
}

function RemovedTeam({ networkId, team, onDone }: { networkId: string; team: Removed; onDone: () => Promise<void> }) {
  const words = useMessages('console').console.people
  const { api, refresh } = useSession()
  const { busy, problem, run } = useForm(async () => {
    await api.post(`/api/networks/${networkId}/teams/${team.id}/restore`, {})
    await onDone()
    await refresh()
  })
  return (
    <li className={styles.teamRow}>
      <TeamMark number={team.number} size={32} />
      <div className={styles.who}>
        <p>{team.name}</p>
        {problem && (
          <Notice kind="error" role="alert">
            {problem}
          </Notice>
        )}
      </div>
      <Button busy={busy} aria-label={words.takeBackTeam(team.name)} onClick={run}>
        <ArrowCounterClockwiseIcon aria-hidden />
        {words.takeBack}
      </Button>
    </li>
  )
}
