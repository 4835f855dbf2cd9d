import type { TeamSummary } from '../../shared/schema/overview.ts'
import { phases, phaseSteps, teamBoardId, type Phase, type StepState } from '../../shared/schema/phase.ts'
import type { TalkComment } from '../../shared/schema/talk.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import { actionsByGoal, isOverdue } from '../../shared/select/actions.ts'
import { actorsByMap, allMaps, mapCounts } from '../../shared/select/actorMaps.ts'
import { allGoals } from '../../shared/select/goals.ts'
import { measureOf } from '../../shared/select/measures.ts'
import { phaseState } from '../../shared/select/phase-state.ts'
import { stepState } from '../../shared/select/phases.ts'
import { agreementView, smarteLetters } from '../../shared/select/smarte.ts'
import { mostShown, type TalkView } from './stage-view.ts'

/** What the summary is made of beside the board. `today` as `2027-03-17`: what is overdue. */
export type SummaryFacts = {
  team: { number: number; name: string }
  talk: TalkView & { comments: readonly Pick<TalkComment, 'replyTo' | 'state' | 'gone'>[] }
  today: string
}

/** A team in figures, without judgement. What is deleted is not counted. Of more goals or maps than anybody has, only the first. */
export function teamSummary(board: TeamDocument, { team, talk, today }: SummaryFacts): TeamSummary {
  const goals = allGoals(board).slice(0, mostShown)
  const byGoal = actionsByGoal(board)
  const actions = goals.flatMap((goal) => byGoal.get(goal.id) ?? [])
  const byMap = actorsByMap(board)
  return {
    number: team.number,
    name: team.name,
    maps: firstMaps(board).map(({ id, level, coverName }) => ({
      ...{ id, level, coverName },
      ...mapCounts(byMap.get(id) ?? []),
    })),
    goals: goals.map((goal) => {
      const agreement = agreementView(goal.title, talk.members, talk.agreements.get(goal.id))
      const letters = smarteLetters(goal, measureOf(board, goal.id), agreement)
      return { id: goal.id, title: goal.title, state: goal.state, letters }
    }),
    actions: {
      total: actions.length,
      done: actions.filter((action) => action.state === 'done').length,
      overdue: actions.filter((action) => isOverdue(action, today)).length,
    },
    phases: Object.fromEntries(phases.map((phase) => [phase, ownPhase(board, phase)])) as Record<Phase, StepState>,
    comments: commentCounts(talk.comments),
  }
}

/** The municipal one is the last of all. */
function firstMaps(board: TeamDocument): ReturnType<typeof allMaps> {
  const maps = allMaps(board)
  return [...maps.slice(0, -1).slice(0, mostShown), ...maps.slice(-1)]
}

function ownPhase(board: TeamDocument, phase: Phase): StepState {
  return phaseState(phaseSteps[phase].map((step) => stepState(board, teamBoardId, step)))
}

/** How many can be read, and how many of those that begin a thread nobody has answered or resolved. */
function commentCounts(comments: SummaryFacts['talk']['comments']): TeamSummary['comments'] {
  const there = comments.filter((comment) => comment.gone === null)
  const open = there.filter((comment) => comment.replyTo === null && comment.state === 'open')
  return { total: there.length, unanswered: open.length }
}
