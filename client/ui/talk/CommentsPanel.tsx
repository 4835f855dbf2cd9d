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

export const LaterComments = lazyPage(
  async () => (await import('./CommentsSection.tsx')).CommentsSection,
  ['talk', 'errors'],
)

/** What is said about one thing, and the field for saying more. The same for everyone who may read the team. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { talk: m } = useMessages('talk')
  return (
    <Suspense fallback={<p role="status">{m.loading}</p>}>
      <LaterComments {...props} />
    </Suspense>
  )
}
