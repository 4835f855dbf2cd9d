import { goalStates } from '../schema/goal.ts'
import type { PersonReference } from '../schema/measure.ts'
import type { Agreement, Member } from '../schema/talk.ts'
import type { TeamDocument } from '../schema/team.ts'
import { actionsByGoal } from './actions.ts'
import { actorMapView, allMaps } from './actorMaps.ts'
import { allGoals } from './goals.ts'
import { measureOf } from './measures.ts'
import { phaseBoards, phaseViews } from './phases.ts'
import { agreementView, smarteLetters } from './smarte.ts'
import { inReadingOrder, type GoalsBoard, type MapBoard, type PhasesBoard, type TextGoal } from './board-text.ts'

/** All of a team's boards as text. Maps and phase boards that nobody has begun on are left out. */
export type TeamText = { maps: MapBoard[]; goals: GoalsBoard; phases: PhasesBoard[] }

/** What a board's text needs of the team's talk: a `TalkDocument`, or a copy of its maps. */
export type TalkFacts = {
  members: { get(personId: string): Member | undefined; entries(): Iterable<[string, Member]> }
  agreements: { get(goalId: string): Agreement[] | undefined }
}

type NameOf = (person: PersonReference | null) => string | null

/** Reads a team's document, with names and agreement from its talk. */
export function readTeam(board: TeamDocument, talk: TalkFacts): TeamText {
  const nameOf: NameOf = (person) =>
    !person ? null : 'name' in person ? person.name : (talk.members.get(person.personId)?.name ?? null)
  return {
    maps: allMaps(board).flatMap(({ id }) => readMap(board, id)),
    goals: readGoals(board, talk, nameOf),
    phases: phaseBoards(board).flatMap(({ id, title }) => readPhases(board, id, title, nameOf)),
  }
}

function readMap(board: TeamDocument, mapId: string): MapBoard[] {
  const view = actorMapView(board, mapId)
  if (!view || (view.actors.length === 0 && view.map.level === 'municipal')) return []
  const names = new Map(view.sectors.map(({ id, name }) => [id, name]))
  const actors = view.actors.map(({ actorId, name, sector, importance, relation, involvement, order }) => ({
    id: actorId,
    name,
    sector,
    sectorName: names.get(sector) ?? '',
    importance,
    relation,
    involvement,
    order,
  }))
  const { level, coverName } = view.map
  return [{ kind: 'map', mapId, level, coverName, focus: null, actors: inReadingOrder(actors, null) }]
}

function readGoals(board: TeamDocument, talk: TalkFacts, nameOf: NameOf): GoalsBoard {
  const members = new Map(talk.members.entries())
  const actions = actionsByGoal(board)
  const goals = allGoals(board).map((goal): TextGoal => {
    const measure = measureOf(board, goal.id)
    const agreement = agreementView(goal.title, members, talk.agreements.get(goal.id))
    return {
      id: goal.id,
      title: goal.title,
      state: goal.state,
      letters: smarteLetters(goal, measure, agreement),
      measure,
      actions: (actions.get(goal.id) ?? []).map(({ text, state, owner, due }) => ({
        text,
        state,
        owner: nameOf(owner),
        due,
      })),
    }
  })
  const sections = goalStates.map((state) => ({ state, goals: goals.filter((goal) => goal.state === state) }))
  return { kind: 'goals', focus: null, sections: sections.filter((section) => section.goals.length > 0) }
}

function readPhases(board: TeamDocument, boardId: string, title: string | null, nameOf: NameOf): PhasesBoard[] {
  const views = phaseViews(board, boardId)
  if (views.every(({ state, cards }) => state === 'none' && cards.length === 0)) return []
  const phases = views.map(({ phase, steps, cards }) => ({
    phase,
    steps,
    cards: cards.map(({ id, text, owner, due }) => ({ id, text, owner: nameOf(owner), due })),
  }))
  return [{ kind: 'phases', boardId, title, phases }]
}
