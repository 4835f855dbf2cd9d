import { Suspense, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/api.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSaveStatus } from '../../hooks/useSaveStatus.ts'
import { useTeamName } from '../../hooks/useTeamName.ts'
import { Logo } from '../../ui/Logo.tsx'
import { SaveStatus } from '../../ui/SaveStatus.tsx'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { LoadingPage } from '../LoadingPage.tsx'
import { homeOf } from '../paths.ts'
import { OwnPane } from './OwnPane.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { StatusNotice } from './StatusNotice.tsx'
import { TeamRail, type TeamPage } from './TeamRail.tsx'
import styles from './TeamShell.module.css'

type TeamShellProps = {
  session: SessionView
  team: SessionView['teams'][number]
  page: TeamPage
  children: ReactNode
}

/** The frame round a team's pages: where one is, the truth about saving, who is here, and the ways on. */
export function TeamShell({ session, team, page, children }: TeamShellProps) {
  const { common } = useMessages()
  const status = useSaveStatus()
  const open = useDocument(session.documents.teams[team.id]?.team ?? null)
  useTeamName(session, team.id)
  return (
    <div className={styles['frame']}>
      <SkipLink />
      <header className={styles['bar']}>
        <Link href={homeOf(session)} className={styles['logo']} aria-label={common.product}>
          <Logo />
        </Link>
        <div className={styles['team']}>
          <TeamMark number={team.number} size={34} />
          <b>{team.name}</b>
        </div>
        <div className={styles['notice']}>
          <StatusNotice status={status} onDismiss={() => open?.dismissRefused()} />
        </div>
        <SaveStatus status={status} />
        <PeopleHere open={open} session={session} />
        <OwnPane session={session} />
      </header>
      <TeamRail session={session} teamId={team.id} page={page} />
      <main id="content" tabIndex={-1} className={styles['main']}>
        <Suspense fallback={<LoadingPage />}>{children}</Suspense>
      </main>
    </div>
  )
}
