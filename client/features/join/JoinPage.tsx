import { useState } from 'react'
import { Redirect } from 'wouter'
import { homeOf } from '../../app/paths.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CodeForm } from './CodeForm.tsx'
import { JoinLayout } from './JoinLayout.tsx'
import { PairDisplay } from './PairDisplay.tsx'
import { codeLetters } from './typedCode.ts'
import { useSecret } from './useSecret.ts'
import { Welcome } from './Welcome.tsx'

/** `/`, `/r#…` and `/start#…`: from a code or a link to the place that it opens. */
export function JoinPage() {
  const messages = useMessages('join')
  const { state } = useSession()
  const { lookup, open, tryAgain, forget } = useSecret()
  const [letters, setLetters] = useState('')
  usePageTitle(messages.join.title)

  const session = state.kind === 'signedIn' ? state.session : null
  const waiting = state.kind === 'loading' || (lookup.kind === 'looking' && !lookup.typed)
  if (waiting) {
    return (
      <JoinLayout>
        <h1>{messages.join.welcome}</h1>
        <p role="status">{messages.join.lookingUp}</p>
      </JoinLayout>
    )
  }
  if (lookup.kind === 'found') {
    const { view, secret } = lookup
    const alreadyThere = session?.role === 'editor' && view.role === 'editor' && view.team
    if (alreadyThere && session.teamIds.includes(alreadyThere.id)) return <Redirect to={homeOf(session)} replace />
    return (
      <JoinLayout>
        {view.role === 'display' ? (
          <PairDisplay secret={secret} />
        ) : (
          <Welcome
            key={secret}
            secret={secret}
            view={view}
            session={session}
            onOtherCode={() => {
              setLetters('')
              forget()
            }}
          />
        )}
      </JoinLayout>
    )
  }
  if (lookup.kind === 'none' && session) return <Redirect to={homeOf(session)} replace />
  const unreachable = lookup.kind === 'failed' && lookup.mayTryAgain && !lookup.typed
  return (
    <JoinLayout>
      {unreachable ? (
        <>
          <h1>{messages.join.welcome}</h1>
          <Notice kind="error" role="alert">
            {lookup.sentence}
          </Notice>
          <p>
            <Button look="main" big onClick={tryAgain}>
              {messages.common.tryAgain}
            </Button>
          </p>
        </>
      ) : (
        <CodeForm
          letters={letters}
          onLetters={(next) => setLetters(codeLetters(next))}
          problem={lookup.kind === 'failed' && lookup.typed ? lookup.sentence : null}
          linkProblem={lookup.kind === 'failed' && !lookup.typed ? lookup.sentence : null}
          busy={lookup.kind === 'looking'}
          onSecret={(secret) => open(secret)}
        />
      )}
    </JoinLayout>
  )
}
