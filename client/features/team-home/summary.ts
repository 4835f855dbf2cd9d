import type { Goal } from '../../../shared/schema/goal.ts'
import type { Importance } from '../../../shared/schema/actor.ts'
import type { Measure } from '../../../shared/schema/measure.ts'
import { teamBoardId, type Phase, type StepState } from '../../../shared/schema/phase.ts'
import type { Relation } from '../../../shared/schema/relation.ts'
import type { SmarteLetters } from '../../../shared/schema/stage.ts'
import type { Agreement, Member, TalkDocument } from '../../../shared/schema/talk.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { compareText } from '../../../shared/locale/sorting.ts'
import { actorsOn, allMaps, mapCounts } from '../../../shared/select/actorMaps.ts'
import { allGoals } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { phaseBoards, phaseViews } from '../../../shared/select/phases.ts'
import { agreementView, smarteLetters } from '../../../shared/select/smarte.ts'

export type GoalLine = { id: string; title: string; letters: SmarteLetters }

/** The goal board in small: how many of each kind, and the first goals, chosen before proposed. */
export type BoardSummary = {
  chosen: number
  proposed: number
  reached: number
  first: { goal: Goal; measure: Measure }[]
}

const mostShown = 3

export function boardSummary(board: TeamDocument): BoardSummary {
  const goals = allGoals(board)
  const inState = (state: Goal['state']) => goals.filter((goal) => goal.state === state)
  const [chosen, proposed, reached] = [inState('chosen'), inState('proposed'), inState('reached')]
  const first = [...chosen, ...proposed, ...reached]
    .slice(0, mostShown)
    .map((goal) => ({ goal, measure: measureOf(board, goal.id) }))
  return { chosen: chosen.length, proposed: proposed.length, reached: reached.length, first }
}

export type MapDot = { key: string; importance: Importance; relation: Relation | null; joined: boolean }

/** The actor map in small: the first map with somebody on it, individual before municipal. */
export function mapSummary(board: TeamDocument): { dots: MapDot[]; joined: number } {
  for (const map of allMaps(board)) {
    const actors = actorsOn(board, map.id)
    if (actors.length === 0) continue
    // Beside each other who stand beside each other on the map itself.
    const bySector = actors.toSorted((a, b) => (a.sector < b.sector ? -1 : a.sector > b.sector ? 1 : 0))
    const dots = bySector.map(({ key, importance, relation, involvement }) => ({
      key,
      importance,
      relation,
      joined: involvement === 'with',
    }))
    return { dots, joined: mapCounts(actors).with }
  }
  return { dots: [], joined: 0 }
}

export type PhaseSummary = { boardId: string; title: string | null; states: { phase: Phase; state: StepState }[] }

/** The improvement work in small: the first board where something has begun, the team's own before the goals'. */
export function phaseSummary(board: TeamDocument): PhaseSummary {
  const all = phaseBoards(board).map(({ id, title }) => ({
    boardId: id,
    title,
    states: phaseViews(board, id).map(({ phase, state }) => ({ phase, state })),
  }))
  const begun = all.find(({ states }) => states.some(({ state }) => state !== 'none'))
  return begun ?? all[0] ?? { boardId: teamBoardId, title: null, states: [] }
}

export type MemberLine = { personId: string; name: string; title: string | null }

/** Who has joined the team, by name, and what they have agreed to. Malformed entries are left out. */
export type TalkSummary = { members: MemberLine[]; agreements: Record<string, Agreement[]> }

export function talkSummary(talk: TalkDocument): TalkSummary {
  const members = [...talk.members.entries()]
    .filter((entry): entry is [string, Member] => typeof (entry[1] as Member | null)?.name === 'string')
    .map(([personId, { name, title }]) => ({ personId, name, title: title ?? null }))
    .sort((a, b) => compareText(a.name, b.name))
  const agreements = Object.fromEntries([...talk.agreements.entries()].filter(([, list]) => Array.isArray(list)))
  return { members, agreements }
}

/** The first goals with their letters; E needs both the board and the talk. */
export function goalLines(board: BoardSummary, talk: TalkSummary | null): GoalLine[] {
  const members = new Map((talk?.members ?? []).map(({ personId, name, title }) => [personId, { name, title }]))
  return board.first.map(({ goal, measure }) => {
    const agreement = agreementView(goal.title, members, talk?.agreements[goal.id])
    return { id: goal.id, title: goal.title, letters: smarteLetters(goal, measure, agreement) }
  })
}
