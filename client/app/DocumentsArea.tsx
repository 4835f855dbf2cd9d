import { useEffect, useMemo, type ReactNode } from 'react'
import { browserClock } from '../clock.ts'
import { DocumentsProvider } from '../hooks/useDocument.ts'
import { createDocuments } from '../sync/documents.ts'
import type { Viewer } from '../api.ts'

function localDatabases(): IDBFactory | null {
  try {
    return window.indexedDB
  } catch {
    return null // a browser may refuse even the question
  }
}

/** Opens documents for the person who is here; another person begins anew. null: nobody yet, nothing is opened. */
export function DocumentsArea(props: { personId: string | null; viewer: Viewer; children: ReactNode }) {
  const { personId, viewer } = props
  const documents = useMemo(
    () =>
      createDocuments({
        personId: personId ?? '',
        as: viewer === 'display' ? 'display' : undefined,
        clock: browserClock,
        random: Math.random,
        baseUrl: window.location.origin.replace(/^http/, 'ws'),
        indexedDB: localDatabases(),
      }),
    [personId, viewer],
  )
  useEffect(() => () => void documents.close(), [documents])
  return <DocumentsProvider value={documents}>{props.children}</DocumentsProvider>
}
