import type * as Y from 'yjs'
import type { Phase, StepState } from './phase.ts'
import type { SmarteLetters } from './stage.ts'

/** A team in figures and without judgement: what there is, never how it compares. */
export type TeamSummary = {
  number: number
  name: string
  maps: {
    id: string
    level: 'individual' | 'municipal'
    coverName: string
    actors: number
    with: number
    notAsked: number
  }[]
  goals: { id: string; title: string; state: 'chosen' | 'proposed' | 'reached' | 'setAside'; letters: SmarteLetters }[]
  actions: { total: number; done: number; overdue: number }
  /** of the team's own phase board; derived from the steps */
  phases: Record<Phase, StepState>
  comments: { total: number; unanswered: number }
}

/** A summary of each team by team id, computed from the team documents. Written by the server only. */
export type OverviewDocument = { doc: Y.Doc; meta: Y.Map<unknown>; teams: Y.Map<TeamSummary> }

/** Opens a Y.Doc as an overview. Makes nothing. */
export function openOverviewDocument(doc: Y.Doc): OverviewDocument {
  return { doc, meta: doc.getMap('meta'), teams: doc.getMap('teams') }
}
