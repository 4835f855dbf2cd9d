import type { ErrorCode } from '../../shared/errors.ts'
import { useMessages } from '../hooks/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { bringCardBack } from './joinSecret.ts'
import { MessagePage } from './MessagePage.tsx'
import { paths } from './paths.ts'

/** Why one is out, and the way back to the same team's door. */
export function SignedOutPage({ code }: { code: ErrorCode | 'removed' }) {
  const messages = useMessages()
  return (
    <MessagePage title={messages.common.signedOut.title}>
      <p role="alert">{code === 'removed' ? messages.common.signedOut.removed : messages.errors[code]}</p>
      <Button
        look="main"
        big
        onClick={() => {
          bringCardBack()
          // Loaded anew, so that nothing of what was open stays in this page.
          window.location.assign(paths.join)
        }}
      >
        {messages.common.signedOut.rejoin}
      </Button>
    </MessagePage>
  )
}
