import { useSyncExternalStore } from 'react'
import type { ErrorCode } from '../../shared/errors.ts'
import type { SaveStatus } from '../sync/save-status.ts'
import { useDocuments } from './useDocument.ts'

export type { SaveStatus } from '../sync/save-status.ts'

/** The truth about saving, over all open documents. */
export function useSaveStatus(): SaveStatus {
  const { saveStatus } = useDocuments()
  return useSyncExternalStore(saveStatus.subscribe, saveStatus.get)
}

/** Why the server closed a line for good; null while none is. Renders again only when that changes. */
export function useEndedCode(): ErrorCode | null {
  const { saveStatus } = useDocuments()
  return useSyncExternalStore(saveStatus.subscribe, () => {
    const { kind, code } = saveStatus.get()
    return kind === 'ended' ? code : null
  })
}
