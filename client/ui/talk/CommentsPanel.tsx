import { Suspense } from 'react'
import type { Subject } from '../../../shared/schema/talk.ts'
import { lazyPage } from '../../app/lazyPage.ts'
import { useMessages } from '../../hooks/useMessages.ts'

export type CommentsPanelProps = {
  teamId: string
  subject: Subject
  /** «Kommentarer» where nothing else is said */
  heading?: string
  /** 3 inside a panel that has a heading of its own */
  level?: 2 | 3
  /** a column of its own: the field for writing stays at the bottom */
  column?: boolean
  className?: string | undefined
}

const load = async () => (await import('./CommentsSection.tsx')).CommentsSection
const LaterSection = lazyPage(load)

/** Fetches what comments need before somebody asks for them: the net may be away by then. */
export function fetchComments(): void {
  load().catch(() => undefined)
}

/** What is said about one thing, and the field for saying more. The same for everyone who may read the team. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { talk: m } = useMessages()
  return (
    <Suspense fallback={<p role="status">{m.loading}</p>}>
      <LaterSection {...props} />
    </Suspense>
  )
}
