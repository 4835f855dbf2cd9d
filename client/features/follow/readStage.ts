import { byOrder } from '../../../shared/schema/order.ts'
import { goalStates } from '../../../shared/schema/goal.ts'
import type { StageDocument } from '../../../shared/schema/stage.ts'
import { readStageGoal } from '../../../shared/select/stage-read.ts'
import { stageView, type StageView } from '../../../shared/select/stage.ts'
import { inReadingOrder, type BoardText, type GoalsBoard } from '../../../shared/select/board-text.ts'

/** What is on the stage as text; null for nothing. */
export type StageText = { teamId: string; teamNumber: number; teamName: string; board: BoardText } | null

/** Reads the stage. Whatever is malformed reads as nothing, or is left out: one bad entry must not empty the page. */
export function readStage(stage: StageDocument): StageText {
  const view = stageView(stage)
  const { show } = view
  if (show.kind === 'nothing') return null
  const { teamId, teamNumber, teamName } = show
  return { teamId, teamNumber, teamName, board: readBoard(stage, view, show) }
}

function readBoard(
  stage: StageDocument,
  view: StageView,
  show: Exclude<StageView['show'], { kind: 'nothing' }>,
): BoardText {
  switch (show.kind) {
    case 'map': {
      const { mapId, level, coverName, focus } = show
      const names = new Map(view.sectors.map(({ id, name }) => [id, name]))
      const actors = view.actors.map((actor) => ({ ...actor, sectorName: names.get(actor.sector) ?? '' }))
      return { kind: 'map', mapId, level, coverName, focus, actors: inReadingOrder(actors, focus) }
    }
    case 'goals':
      return readGoals(stage, show.focus)
    case 'phases':
      return { kind: 'phases', boardId: show.boardId, title: show.title, phases: view.phases }
  }
}

/** All goals, also when one is alone on the display: it comes first here, and its section with it. */
function readGoals(stage: StageDocument, focus: string | null): GoalsBoard {
  const goals = [...stage.goals.entries()]
    .map(([id, value]) => readStageGoal(id, value))
    .filter((goal) => goal !== null)
    .sort(byOrder)
  const rank = ({ id }: { id: string }) => (id === focus ? 0 : 1)
  const sections = goalStates
    .map((state) => ({
      state,
      goals: goals.filter((goal) => goal.state === state).sort((a, b) => rank(a) - rank(b)),
    }))
    .filter((section) => section.goals.length > 0)
  const first = (section: (typeof sections)[number]) => (section.goals.some((goal) => goal.id === focus) ? 0 : 1)
  return { kind: 'goals', focus, sections: sections.sort((a, b) => first(a) - first(b)) }
}
