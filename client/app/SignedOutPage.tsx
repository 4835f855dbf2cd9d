import { useMessages } from '../hooks/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { bringCardBack } from './joinSecret.ts'
import { MessagePage } from './MessagePage.tsx'
import { paths } from './paths.ts'

/** Why one's session here has ended. */
export type SignedOutReason = 'notSignedIn' | 'takenOver' | 'removed'

/** Why one is out, and the way back to the same team's door. */
export function SignedOutPage({ code }: { code: SignedOutReason }) {
  const words = useMessages().common.signedOut
  return (
    <MessagePage title={words.title}>
      <p role="alert">{words[code]}</p>
      <Button
        look="main"
        big
        onClick={() => {
          bringCardBack()
          // Loaded anew, so that nothing of what was open stays in this page.
          window.location.assign(paths.join)
        }}
      >
        {words.rejoin}
      </Button>
    </MessagePage>
  )
}
