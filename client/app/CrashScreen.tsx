import { Component, type ReactNode } from 'react'
import { useMessages } from '../hooks/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { MessagePage } from './MessagePage.tsx'

/** Our own mistake on this page: a sentence and a way on, never a white screen. */
export class CrashScreen extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true }
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children
  }
}

function Crashed() {
  const { wentWrong, reload } = useMessages().common
  return (
    <MessagePage title={wentWrong.title}>
      <p>{wentWrong.help}</p>
      <Button look="main" big onClick={() => window.location.reload()}>
        {reload}
      </Button>
    </MessagePage>
  )
}
