import type { ReactNode } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import styles from './console.module.css'

/** Shows its children to facilitators; everybody else gets a sentence and a way home. The server holds the rights. */
export function ForFacilitators({ children }: { children: (session: SessionView) => ReactNode }) {
  const messages = useMessages('console')
  const { state } = useSession()
  if (state.kind === 'signedIn' && state.session.role === 'facilitator') return children(state.session)
  const sentence =
    state.kind === 'loading'
      ? messages.common.loading
      : state.kind === 'unreachable'
        ? messages.common.unreachable
        : messages.console.notForYou
  const waits = state.kind === 'loading' || state.kind === 'unreachable'
  return (
    <main id="content" tabIndex={-1} className={styles.lonely}>
      <p role="status">{sentence}</p>
      {!waits && (
        <ButtonLink look="main" href="/">
          {messages.console.goHome}
        </ButtonLink>
      )}
    </main>
  )
}
