import {
  createContext,
  createElement,
  useCallback,
  useContext,
  useEffect,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { ConnectionState } from '../sync/connection-state.ts'
import type { Documents } from '../sync/documents.ts'
import type { OpenDocument } from '../sync/opened-document.ts'

export type { ConnectionState } from '../sync/connection-state.ts'
export type { OpenDocument } from '../sync/opened-document.ts'

const DocumentsContext = createContext<Documents | null>(null)

/** Gives the documents of the session to everything inside, and listens for hints that the net came or went. */
export function DocumentsProvider({ value, children }: { value: Documents; children: ReactNode }) {
  useEffect(() => {
    const check = () => value.check()
    const looked = () => document.visibilityState === 'visible' && check()
    window.addEventListener('online', check)
    window.addEventListener('offline', check)
    window.addEventListener('pageshow', check)
    document.addEventListener('visibilitychange', looked)
    return () => {
      window.removeEventListener('online', check)
      window.removeEventListener('offline', check)
      window.removeEventListener('pageshow', check)
      document.removeEventListener('visibilitychange', looked)
    }
  }, [value])
  return createElement(DocumentsContext.Provider, { value }, children)
}

/** The documents of the session. Throws outside a `DocumentsProvider`. */
export function useDocuments(): Documents {
  const documents = useContext(DocumentsContext)
  if (!documents) throw new Error('There is no DocumentsProvider above this component')
  return documents
}

/**
 * Holds a document open while the component is there. null only for a null id and at the very first moment;
 * show nothing of it before `loaded`.
 */
export function useDocument(documentId: string | null): OpenDocument | null {
  const documents = useDocuments()
  const subscribe = useCallback(
    (listener: () => void) => {
      if (documentId === null) return () => undefined
      const unfollow = documents.subscribe(documentId, listener)
      documents.acquire(documentId)
      return () => {
        unfollow()
        documents.release(documentId)
      }
    },
    [documents, documentId],
  )
  return useSyncExternalStore(subscribe, () => (documentId === null ? null : documents.get(documentId)))
}

const never = () => () => undefined
const nothing = () => null

/** The state of a document's connection; null for no document. */
export function useConnectionState(open: OpenDocument | null): ConnectionState | null {
  return useSyncExternalStore<ConnectionState | null>(open?.state.subscribe ?? never, open?.state.get ?? nothing)
}
