import { useEffect, useRef, type ReactNode } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { ConsoleBar } from './ConsoleBar.tsx'
import type { RailPlace } from './ConsoleRail.tsx'
import { useStage } from './useStage.ts'
import { useStageName } from './useStageName.ts'
import styles from './care.module.css'

type CareFrameProps = { session: SessionView; current?: RailPlace; title: string; lead: string; children: ReactNode }

/** A page beside the console: the same bar and rail, and the way back. */
export function CareFrame({ session, current, title, lead, children }: CareFrameProps) {
  usePageTitle(title)
  const { back } = useMessages('care').care
  // Its line also tells at once when this person may no longer be here.
  const gathering = useDocument(session.documents.gathering ?? null)
  const stage = useStage(gathering)
  const stageName = useStageName(stage.choice, session.teams)
  const heading = useRef<HTMLHeadingElement>(null)
  // Who comes by a link that went with its page, or whose team has just gone, goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [lead])
  return (
    <>
      <ConsoleBar session={session} online={null} stageName={stageName} rest={stage.rest} current={current ?? null} />
      <main id="content" tabIndex={-1} className={styles.page}>
        <div className={styles.back}>
          <ButtonLink look="quiet" href="/styring">
            ← {back}
          </ButtonLink>
        </div>
        <header>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p className={styles.muted}>{lead}</p>
        </header>
        {children}
      </main>
    </>
  )
}
