import { useEffect, useMemo, type ReactNode } from 'react'
import { browserClock } from '../clock.ts'
import { DocumentsProvider } from '../hooks/useDocument.ts'
import { OutboxContext } from '../hooks/useTalkOutbox.ts'
import { useSession } from '../session.tsx'
import { createDocuments } from '../sync/documents.ts'
import { Outbox } from '../sync/outbox.ts'
import { untilFetched } from '../sync/until-fetched.ts'
import type { Viewer } from '../api.ts'
import { localDatabases } from './localDatabases.ts'

/** Opens documents for the person who is here; another person begins anew. null: nobody yet, nothing is opened. */
export function DocumentsArea(props: { personId: string | null; viewer: Viewer; children: ReactNode }) {
  const { personId, viewer } = props
  const { api } = useSession()
  const outbox = useMemo(
    () =>
      viewer === 'person' && personId !== null
        ? new Outbox({
            personId,
            factory: localDatabases(),
            send: async (command) => api.post('/api/commands', command, personId),
            clock: browserClock,
            random: Math.random,
          })
        : null,
    [api, personId, viewer],
  )
  const documents = useMemo(
    () =>
      createDocuments({
        personId: personId ?? '',
        as: viewer === 'display' ? 'display' : undefined,
        clock: browserClock,
        random: Math.random,
        baseUrl: window.location.origin.replace(/^http/, 'ws'),
        indexedDB: localDatabases(),
        keepNotSent: async (made) => {
          const { notSentOf } = await untilFetched(() => import('./notSentOf.ts'), browserClock)
          await notSentOf(personId ?? '').add(made)
        },
        ...(outbox ? { outside: outbox.waiting } : {}),
      }),
    [personId, viewer, outbox],
  )
  useEffect(() => () => void documents.close(), [documents])
  useEffect(() => {
    if (!outbox) return
    // A line that is live again is the surest sign that the net is back.
    const unfollow = documents.saveStatus.subscribe(() => {
      if (documents.saveStatus.get().kind !== 'offline' && outbox.waiting.get() > 0) outbox.check()
    })
    return () => {
      unfollow()
      void outbox.close()
    }
  }, [documents, outbox])
  return (
    <DocumentsProvider value={documents}>
      <OutboxContext value={outbox}>{props.children}</OutboxContext>
    </DocumentsProvider>
  )
}
