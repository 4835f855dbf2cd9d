import type { Goal } from '../../shared/schema/goal.ts'
import type { PersonReference } from '../../shared/schema/measure.ts'
import type { StageGoal } from '../../shared/schema/stage.ts'
import type { Agreement, Member } from '../../shared/schema/talk.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import { actionsOf } from '../../shared/select/actions.ts'
import { allGoals } from '../../shared/select/goals.ts'
import { measureOf } from '../../shared/select/measures.ts'
import { agreementView, smarteLetters } from '../../shared/select/smarte.ts'

/** What the server needs of a team's talk to draw its goals: read once, used for every goal. */
export type TalkView = { members: Map<string, Member>; agreements: Map<string, Agreement[]> }

/** A team's goal board as the hall sees it: plain values by goal id, names resolved. */
export function stageGoals(board: TeamDocument, talk: TalkView): Map<string, StageGoal> {
  return new Map(allGoals(board).map((goal) => [goal.id, stageGoal(board, talk, goal)]))
}

function stageGoal(board: TeamDocument, talk: TalkView, goal: Goal): StageGoal {
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
    actions: actionsOf(board, goal.id).map((action) => ({
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
