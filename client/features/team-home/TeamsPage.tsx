import { BroadcastIcon } from '@phosphor-icons/react/Broadcast'
import { Link, Redirect } from 'wouter'
import type { SessionView } from '../../../shared/api.ts'
import { paths } from '../../app/paths.ts'
import { OwnPane } from '../../app/shell/OwnPane.tsx'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { Logo } from '../../ui/Logo.tsx'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { TeamMark } from '../../ui/TeamMark.tsx'
import styles from './TeamsPage.module.css'

/** `/team`: for someone who follows several teams. */
export function TeamsPage({ session }: { session: SessionView }) {
  const { team: words, talk } = useMessages('team', 'talk')
  usePageTitle(words.yourTeams)
  const [only, ...others] = session.teams
  const follows = session.role === 'commenter'
  if (only && others.length === 0 && !follows) return <Redirect to={paths.team(only.id)} replace />
  return (
    <div className={styles['page']}>
      <SkipLink />
      <header className={styles['bar']}>
        <Logo />
        <OwnPane session={session} />
      </header>
      <main id="content" tabIndex={-1}>
        {follows && (
          <Link href={paths.follow} className={styles['hall']}>
            <BroadcastIcon size={32} aria-hidden />
            <span>
              <b>{talk.follow.open}</b>
              <small>{talk.follow.lead}</small>
            </span>
          </Link>
        )}
        <h1>{words.yourTeams}</h1>
        {session.teams.length === 0 ? (
          <p className={styles['none']}>{words.noTeams}</p>
        ) : (
          <ul className={styles['list']}>
            {session.teams
              .toSorted((a, b) => a.number - b.number)
              .map(({ id, number, name, municipalities }) => (
                <li key={id}>
                  <Link href={follows ? paths.followTeam(id) : paths.team(id)} className={styles['team']}>
                    <TeamMark number={number} size={44} />
                    <span>
                      <b>{name}</b>
                      <small>{municipalities.join(', ') || words.hospitalTeam}</small>
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </main>
    </div>
  )
}
