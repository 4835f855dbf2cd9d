import { useSyncExternalStore } from 'react'
import type { SaveStatus } from '../sync/save-status.ts'
import { useDocuments } from './useDocument.ts'

export type { SaveStatus } from '../sync/save-status.ts'

/** The truth about saving, over all open documents. */
export function useSaveStatus(): SaveStatus {
  const { saveStatus } = useDocuments()
  return useSyncExternalStore(saveStatus.subscribe, saveStatus.get)
}
