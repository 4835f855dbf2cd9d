import { Link } from 'wouter'
import type { SessionView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { CareFrame } from './CareFrame.tsx'
import { ForFacilitators } from './ForFacilitators.tsx'
import { History } from './History.tsx'
import { RemoveForGood } from './RemoveForGood.tsx'
import { useNetwork } from './useNetwork.ts'
import { Versions } from './Versions.tsx'
import styles from './care.module.css'

export type CarePart = 'versions' | 'history' | 'purge'

/** `/styring/team/:id`, `…/historikk` and `…/fjern`: how a team's boards were, who changed them, and what must not stand there. */
export function TeamCarePage({ teamId, part }: { teamId: string; part: CarePart }) {
  return <ForFacilitators>{(session) => <Care session={session} teamId={teamId} part={part} />}</ForFacilitators>
}

function Care({ session, teamId, part }: { session: SessionView; teamId: string; part: CarePart }) {
  const words = useMessages('care').care
  // Another facilitator may rename the team or take it away meanwhile.
  const { view } = useNetwork(session)
  const teams: readonly { id: string; name: string }[] = view?.teams ?? session.teams
  const team = teams.find(({ id }) => id === teamId)
  if (!team) {
    return (
      <CareFrame session={session} title={words.goneTitle} lead={words.goneTeam}>
        {null}
      </CareFrame>
    )
  }
  const people = view?.teams.find(({ id }) => id === teamId)?.members ?? []
  const home = `/styring/team/${teamId}`
  const parts: readonly [CarePart, string, string][] = [
    ['versions', home, words.versions.heading],
    ['history', `${home}/historikk`, words.history.heading],
    ['purge', `${home}/fjern`, words.purge.heading],
  ]
  return (
    <CareFrame session={session} title={words.title(team.name)} lead={words.lead}>
      <nav className={styles.tabs} aria-label={words.parts}>
        {parts.map(([name, href, label]) => (
          <Link key={name} href={href} replace aria-current={name === part ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {part === 'versions' && <Versions teamId={teamId} />}
      {part === 'history' && <History teamId={teamId} people={[...people, ...(view?.facilitators ?? [])]} />}
      {part === 'purge' && <RemoveForGood teamId={teamId} />}
    </CareFrame>
  )
}
