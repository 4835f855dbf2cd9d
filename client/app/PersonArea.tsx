import { Suspense, useRef } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { SessionView } from '../../shared/api.ts'
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

// The frame of the boards is a page of its own: a phone that follows does not need it.
const TeamPages = lazyPage(async () => (await import('./TeamPages.tsx')).TeamPages)
const FollowArea = lazyPage(async () => (await import('../features/follow/FollowArea.tsx')).FollowArea)
const TeamsPage = lazyPage(async () => (await import('../features/team-home/TeamsPage.tsx')).TeamsPage)
const ConsolePage = lazyPage(async () => (await import('../features/console/ConsolePage.tsx')).ConsolePage)
const CardsPage = lazyPage(async () => (await import('../features/console/CardsPage.tsx')).CardsPage)

/** Everything behind the door: for someone who is signed in. */
export function PersonArea() {
  const { state, refresh } = useSession()
  const { common } = useMessages()
  const wasIn = useRef(false)
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
      return wasIn.current ? <SignedOutPage code="notSignedIn" /> : <Redirect to={paths.join} replace />
    case 'signedIn':
      wasIn.current = true
      return <SignedInPages session={state.session} />
  }
}

function SignedInPages({ session }: { session: SessionView }) {
  return (
    <DocumentsArea viewer="person" personId={session.personId}>
      <EndedGate>
        <Suspense fallback={<LoadingPage />}>
          <Switch>
            <Route path={paths.teams}>
              <TeamsPage session={session} />
            </Route>
            <Route path="/team/:teamId/*?">
              {({ teamId }) => <TeamPages key={teamId} session={session} teamId={teamId} />}
            </Route>
            <Route path="/folg/*?">
              <FollowArea session={session} />
            </Route>
            <Route path={paths.console} component={ConsolePage} />
            <Route path="/styring/kort" component={CardsPage} />
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </EndedGate>
    </DocumentsArea>
  )
}
