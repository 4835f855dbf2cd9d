import type { Phase } from '../../../shared/schema/phase.ts'
import type { PhaseView } from '../../../shared/select/phases.ts'
import type { Columns } from '../../ui/columns/columns.ts'

/** The cards of a board by phase, in the order of the phases. */
export function phaseColumns(views: readonly PhaseView[]): Columns<Phase> {
  return Object.fromEntries(views.map((view) => [view.phase, view.cards.map((card) => card.id)])) as Record<
    Phase,
    string[]
  >
}

/** Where a new card belongs unless one says otherwise: the last phase under way, else the first that is not done. */
export function likelyPhase(views: readonly PhaseView[]): Phase {
  const underWay = views.findLast((view) => view.state === 'started')
  return (underWay ?? views.find((view) => view.state !== 'done') ?? views.at(-1))?.phase ?? 'prepare'
}
