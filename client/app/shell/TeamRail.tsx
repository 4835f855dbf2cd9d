import { GaugeIcon } from '@phosphor-icons/react/Gauge'
import { HouseSimpleIcon } from '@phosphor-icons/react/HouseSimple'
import { MapTrifoldIcon } from '@phosphor-icons/react/MapTrifold'
import { PathIcon } from '@phosphor-icons/react/Path'
import { QuestionIcon } from '@phosphor-icons/react/Question'
import { TargetIcon } from '@phosphor-icons/react/Target'
import { UsersThreeIcon } from '@phosphor-icons/react/UsersThree'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useTalkUnread } from '../../hooks/useTalk.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { paths } from '../paths.ts'
import styles from './TeamRail.module.css'

export type TeamPage = 'home' | 'map' | 'goals' | 'improvement'

/** Where comments about each kind of thing are read. */
const pageOf: Record<string, TeamPage> = { map: 'map', actor: 'map', goal: 'goals', card: 'improvement' }

/** The team's pages: a rail at the left, or a bar at the bottom of a phone. */
export function TeamRail({ session, teamId, page }: { session: SessionView; teamId: string; page: TeamPage }) {
  const { team: words, talk } = useMessages('team', 'talk')
  const { bySubject } = useTalkUnread(teamId)
  const unread: Record<TeamPage, number> = { home: 0, map: 0, goals: 0, improvement: 0 }
  for (const [key, count] of bySubject) unread[pageOf[key.split(':')[0] ?? ''] ?? 'home'] += count
  const links = [
    { page: 'home', href: paths.team(teamId), label: words.home, Icon: HouseSimpleIcon },
    { page: 'map', href: paths.actorMap(teamId), label: words.actorMap, Icon: MapTrifoldIcon },
    { page: 'goals', href: paths.goals(teamId), label: words.goals, Icon: TargetIcon },
    { page: 'improvement', href: paths.improvement(teamId), label: words.improvement, Icon: PathIcon },
  ] as const
  return (
    <nav className={styles['rail']} aria-label={words.pages}>
      {links.map(({ Icon, ...link }) => (
        <Link key={link.page} href={link.href} aria-current={link.page === page ? 'page' : undefined}>
          <Icon weight={link.page === page ? 'fill' : 'regular'} size={26} aria-hidden />
          {link.label}
          {unread[link.page] > 0 && (
            <>
              <span className={styles['unread']} aria-hidden="true">
                {unread[link.page]}
              </span>
              <VisuallyHidden>, {talk.unread(unread[link.page])}</VisuallyHidden>
            </>
          )}
        </Link>
      ))}
      <span className={styles['space']} />
      {session.role === 'facilitator' && (
        <Link href={paths.console}>
          <GaugeIcon size={26} aria-hidden />
          {words.console}
        </Link>
      )}
      {session.role === 'commenter' && session.teamIds.length > 1 && (
        <Link href={paths.teams}>
          <UsersThreeIcon size={26} aria-hidden />
          {words.allTeams}
        </Link>
      )}
      <Link href={paths.help} className={styles['help']}>
        <QuestionIcon size={26} aria-hidden />
        {talk.help}
      </Link>
    </nav>
  )
}
