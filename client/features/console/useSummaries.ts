import { openOverviewDocument, type TeamSummary } from '../../../shared/schema/overview.ts'
import { teamSummaries } from '../../../shared/select/overview.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { useMemo } from 'react'

/** The figures of each team by its id, followed; empty until they are here. */
export function useSummaries(open: OpenDocument | null): ReadonlyMap<string, TeamSummary> {
  // As a plain object, so that teams that did not change stay the same objects.
  const byId = useSelect(open, (doc) => Object.fromEntries(teamSummaries(openOverviewDocument(doc))))
  return useMemo(() => new Map(Object.entries(byId ?? {})), [byId])
}
