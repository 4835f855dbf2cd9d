import { teamBoardId, type PhaseCard } from '../../shared/schema/phase.ts'
import type { ActionItem } from '../../shared/schema/action.ts'
import type { StageChoice } from '../../shared/schema/gathering.ts'
import type { Goal } from '../../shared/schema/goal.ts'
import type { PersonReference } from '../../shared/schema/measure.ts'
import type { StageActor, StageGoal, StageLine, StagePhase, StageSector, StageShow } from '../../shared/schema/stage.ts'
import type { Agreement, Member } from '../../shared/schema/talk.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import { actionsByGoal } from '../../shared/select/actions.ts'
import { actorMapView } from '../../shared/select/actorMaps.ts'
import { allGoals } from '../../shared/select/goals.ts'
import { measureOf } from '../../shared/select/measures.ts'
import { phaseViews } from '../../shared/select/phases.ts'
import { agreementView, smarteLetters } from '../../shared/select/smarte.ts'

/** What the server needs of a team's talk to draw its goals: read once, used for every goal. */
export type TalkView = { members: Map<string, Member>; agreements: Map<string, Agreement[]> }

/** All that a stage document holds: the heading, and what it shows by id. What is not shown is empty. */
export type StageContent = {
  show: StageShow
  goals: Map<string, StageGoal>
  actors: Map<string, StageActor>
  lines: Map<string, StageLine>
  sectors: Map<string, StageSector>
  phases: Map<string, StagePhase>
}

/** No board has more goals, actors, lines or cards; a program can write as many as it likes, and everybody in the hall would get them all. */
export const mostShown = 1_000

type Shown = { page: number; teamId: string; teamNumber: number; teamName: string }

/** The empty stage. */
export function emptyStage(page: number): StageContent {
  return content({ kind: 'nothing', page }, {})
}

/**
 * A team's chosen board as the hall sees it: plain values, names resolved. A map or a board whose goal was deleted
 * is nothing to show; a focus that is gone is no focus.
 */
export function stageContent(
  board: TeamDocument,
  talk: TalkView,
  choice: Exclude<StageChoice, { kind: 'nothing' }>,
  shown: Shown,
): StageContent {
  switch (choice.kind) {
    case 'goals': {
      const goals = stageGoals(board, talk)
      return content({ ...shown, kind: 'goals', focus: present(choice.focus ?? null, goals) }, { goals })
    }
    case 'map':
      return stageMap(board, { mapId: choice.mapId, focus: choice.focus ?? null }, shown)
    case 'phases':
      return stagePhases(board, talk, choice.boardId, shown)
  }
}

function content(show: StageShow, parts: Partial<StageContent>): StageContent {
  return {
    show,
    goals: new Map(),
    actors: new Map(),
    lines: new Map(),
    sectors: new Map(),
    phases: new Map(),
    ...parts,
  }
}

function present(id: string | null, among: ReadonlyMap<string, unknown>): string | null {
  return id !== null && among.has(id) ? id : null
}

function stageMap(
  board: TeamDocument,
  { mapId, focus }: { mapId: string; focus: string | null },
  shown: Shown,
): StageContent {
  const view = actorMapView(board, mapId)
  if (!view) return emptyStage(shown.page)
  const actors = new Map(
    view.actors
      .slice(0, mostShown)
      .map(({ actorId, name, sector, importance, relation, involvement, order }): [string, StageActor] => [
        actorId,
        { id: actorId, name, sector, importance, relation, involvement, order },
      ]),
  )
  const used = new Set(view.actors.map((actor) => actor.sector))
  const sectors = view.sectors
    .filter((sector) => used.has(sector.id))
    .map(({ id, name, order }): [string, StageSector] => [id, { id, name, order }])
  const lines = view.lines
    .slice(0, mostShown)
    .map(({ key, from, to, kind, relation }): [string, StageLine] => [key, { from, to, kind, relation }])
  const { level, coverName } = view.map
  return content(
    { ...shown, kind: 'map', mapId, level, coverName, focus: present(focus, actors) },
    { actors, lines: new Map(lines), sectors: new Map(sectors) },
  )
}

function stagePhases(board: TeamDocument, talk: TalkView, boardId: string, shown: Shown): StageContent {
  const goal = allGoals(board).find((candidate) => candidate.id === boardId)
  if (!goal && boardId !== teamBoardId) return emptyStage(shown.page)
  const card = ({ id, text, owner, due }: PhaseCard) => ({ id, text, owner: nameOf(owner, talk.members), due })
  const phases = phaseViews(board, boardId).map(({ phase, steps, cards }): [string, StagePhase] => [
    phase,
    { steps, cards: cards.slice(0, mostShown).map(card) },
  ])
  return content({ ...shown, kind: 'phases', boardId, title: goal?.title ?? null }, { phases: new Map(phases) })
}

function stageGoals(board: TeamDocument, talk: TalkView): Map<string, StageGoal> {
  const actions = actionsByGoal(board)
  const goals = allGoals(board).slice(0, mostShown)
  return new Map(goals.map((goal) => [goal.id, stageGoal(board, talk, goal, actions.get(goal.id) ?? [])]))
}

function stageGoal(board: TeamDocument, talk: TalkView, goal: Goal, actions: readonly ActionItem[]): StageGoal {
  const measure = measureOf(board, goal.id)
  const agreement = agreementView(goal.title, talk.members, talk.agreements.get(goal.id))
  const { name, unit, baseline, baselineUnknown, target, due } = measure
  return {
    id: goal.id,
    title: goal.title,
    state: goal.state,
    order: goal.order,
    letters: smarteLetters(goal, measure, agreement),
    measure: { name, unit, baseline, baselineUnknown, target, due },
    actions: actions.slice(0, mostShown).map((action) => ({
      text: action.text,
      state: action.state,
      owner: nameOf(action.owner, talk.members),
      due: action.due,
    })),
  }
}

function nameOf(person: PersonReference | null, members: ReadonlyMap<string, Member>): string | null {
  if (!person) return null
  return 'name' in person ? person.name : (members.get(person.personId)?.name ?? null)
}
