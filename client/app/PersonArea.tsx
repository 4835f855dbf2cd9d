import { Suspense, useRef, useState } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { SessionView } from '../../shared/api.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { useMessages } from '../hooks/useMessages.ts'
import { useSession } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { DocumentsArea } from './DocumentsArea.tsx'
import { EndedGate } from './EndedGate.tsx'
import { lazyPage } from './lazyPage.ts'
import { LoadingPage } from './LoadingPage.tsx'
import { MessagePage } from './MessagePage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { paths } from './paths.ts'
import { SignedOutPage } from './SignedOutPage.tsx'
import { TeamGate } from './TeamGate.tsx'

// The frame of the boards is a page of its own: a phone that follows does not need it.
const TeamPages = lazyPage(async () => (await import('./TeamPages.tsx')).TeamPages, ['team', 'talk', 'join', 'errors'])
const FollowArea = lazyPage(
  async () => (await import('../features/follow/FollowArea.tsx')).FollowArea,
  ['talk', 'reading'],
)
const TeamsPage = lazyPage(
  async () => (await import('../features/team-home/TeamsPage.tsx')).TeamsPage,
  ['team', 'talk', 'join', 'errors'],
)
const ConsoleArea = lazyPage(
  async () => (await import('./ConsoleArea.tsx')).ConsoleArea,
  ['console', 'reading', 'editing', 'talk', 'errors'],
)

// Few ever have anything there: it comes after the page.
const NotSentArea = lazyPage(async () => (await import('./NotSentArea.tsx')).NotSentArea)

/** Everything behind the door: for someone who is signed in. */
export function PersonArea() {
  const { state, refresh } = useSession()
  const { common } = useMessages()
  const wasIn = useRef<string | null>(null)
  const [asked, setAsked] = useState<ErrorCode | null>(null)
  switch (state.kind) {
    case 'loading':
      return <LoadingPage />
    case 'unreachable':
      return (
        <MessagePage title={common.product}>
          <p>{common.unreachable}</p>
          <Button look="main" big onClick={() => void refresh()}>
            {common.tryAgain}
          </Button>
        </MessagePage>
      )
    case 'signedOut':
      if (wasIn.current === null) return <Redirect to={paths.join} replace />
      // Whose lines were closed for want of rights, and who then has no session either, was taken out.
      return (
        <>
          <SignedOutPage code={asked === 'notAllowed' ? 'removed' : 'notSignedIn'} />
          {asked === 'notAllowed' && (
            <Suspense fallback={null}>
              <NotSentArea personId={wasIn.current} />
            </Suspense>
          )}
        </>
      )
    case 'signedIn':
      wasIn.current = state.session.personId
      return <SignedInPages session={state.session} onAsked={setAsked} />
  }
}

type SignedInPagesProps = { session: SessionView; onAsked: (code: ErrorCode) => void }

function SignedInPages({ session, onAsked }: SignedInPagesProps) {
  return (
    <DocumentsArea viewer="person" personId={session.personId}>
      <Suspense fallback={null}>
        <NotSentArea personId={session.personId} />
      </Suspense>
      <EndedGate onAsked={onAsked}>
        <Suspense fallback={<LoadingPage />}>
          <Switch>
            <Route path={paths.teams}>
              <TeamsPage session={session} />
            </Route>
            <Route path="/team/:teamId/*?">
              {({ teamId }) => (
                <TeamGate key={teamId} session={session} teamId={teamId}>
                  {(team) => <TeamPages session={session} team={team} />}
                </TeamGate>
              )}
            </Route>
            <Route path="/folg/team/:teamId">
              {({ teamId }) => (
                <TeamGate key={teamId} session={session} teamId={teamId}>
                  {() => <FollowArea session={session} />}
                </TeamGate>
              )}
            </Route>
            <Route path="/folg/*?">
              <FollowArea session={session} />
            </Route>
            <Route path="/styring/*?" component={ConsoleArea} />
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </EndedGate>
    </DocumentsArea>
  )
}
