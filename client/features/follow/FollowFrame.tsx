import { Suspense, type ReactNode } from 'react'
import { ArrowLeftIcon } from '@phosphor-icons/react/ArrowLeft'
import { CloudSlashIcon } from '@phosphor-icons/react/CloudSlash'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSaveStatus } from '../../hooks/useSaveStatus.ts'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { LaterOwnPane } from './later.ts'
import styles from './FollowFrame.module.css'

type FollowFrameProps = {
  session: SessionView
  back: string
  /** whose board is shown; null: nobody's */
  team: { number: number; name: string } | null
  title: string
  /** what is said when the net is away */
  offline: string
  children: ReactNode
  /** what stays at the bottom */
  footer?: ReactNode
}

/** The frame of what a phone follows: whose it is, whether the net is there, the words, and one thing to do. */
export function FollowFrame({ session, back, team, title, offline, children, footer }: FollowFrameProps) {
  const { talk } = useMessages('talk')
  const { kind, waiting } = useSaveStatus()
  return (
    <div className={styles['frame']}>
      <SkipLink />
      <header className={styles['bar']}>
        <Link href={back} className={styles['back']} aria-label={talk.follow.back}>
          <ArrowLeftIcon size={26} aria-hidden />
        </Link>
        {team && <TeamMark number={team.number} size={40} />}
        <div className={styles['names']}>
          {team && <b>{team.name}</b>}
          <span>{title}</span>
        </div>
        <Suspense fallback={<span className={styles['back']} />}>
          <LaterOwnPane session={session} />
        </Suspense>
      </header>
      <div role="status" className={styles['net']}>
        {kind === 'offline' && (
          <p>
            <CloudSlashIcon size={24} aria-hidden />
            <span>
              {offline}
              {waiting > 0 && ` ${talk.follow.waits(waiting)}`}
            </span>
          </p>
        )}
      </div>
      <main id="content" tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      {footer && <footer className={styles['footer']}>{footer}</footer>}
    </div>
  )
}
