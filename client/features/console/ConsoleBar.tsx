import { LockIcon } from '@phosphor-icons/react/Lock'
import { ProjectorScreenIcon } from '@phosphor-icons/react/ProjectorScreen'
import { UsersThreeIcon } from '@phosphor-icons/react/UsersThree'
import { Link } from 'wouter'
import type { OnlineView, SessionView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSaveStatus } from '../../hooks/useSaveStatus.ts'
import { Logo } from '../../ui/Logo.tsx'
import { SaveStatus } from '../../ui/SaveStatus.tsx'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { ConsoleRail, type RailPlace } from './ConsoleRail.tsx'
import { findTeamId } from './FindTeam.tsx'
import { OwnPane } from './OwnPane.tsx'
import { peopleOnline } from './useOnline.ts'
import styles from './bar.module.css'

/** The top bar: which gathering, what the hall sees, who is here; and beside it the facilitators' pages. */
export function ConsoleBar({
  session,
  online,
  stageName,
  rest = false,
  current = 'console',
  mayFind = false,
}: {
  session: SessionView
  online: OnlineView | null
  /** null before there is a gathering */
  stageName: string | null
  /** «Tavlene hviler» */
  rest?: boolean
  /** where in the rail this page is; null: beside it */
  current?: RailPlace | null
  /** the page has a `FindTeam` */
  mayFind?: boolean
}) {
  const { common, console: words } = useMessages('console')
  const status = useSaveStatus()
  return (
    <>
      <SkipLink />
      {mayFind && <SkipLink to={findTeamId}>{words.find.label}</SkipLink>}
      <header className={styles.bar}>
        <Link href="/styring" className={styles.logo} aria-label={common.product}>
          <Logo />
        </Link>
        {session.gathering && <b className={styles.gathering}>{session.gathering.name}</b>}
        <span className={styles.role}>{words.role}</span>
        {stageName !== null && (
          <p className={styles.now}>
            <ProjectorScreenIcon aria-hidden />
            <span>
              {words.stage.bar} <b>{stageName}</b>
            </span>
          </p>
        )}
        {rest && (
          <p className={styles.rest}>
            <LockIcon aria-hidden />
            {words.rest.bar}
          </p>
        )}
        <div className={styles.right}>
          {stageName !== null && <SaveStatus status={status} />}
          {online && (
            <span className={styles.people}>
              <UsersThreeIcon aria-hidden />
              {words.online(peopleOnline(online))}
            </span>
          )}
          <OwnPane session={session} />
        </div>
      </header>
      {stageName !== null && <ConsoleRail current={current} />}
    </>
  )
}
