import * as Y from 'yjs'

/** From proposal to reached; `setAside` keeps a goal without working on it. */
export const goalStates = ['chosen', 'proposed', 'reached', 'setAside'] as const
export type GoalState = (typeof goalStates)[number]

/** The three SMARTE letters that people answer in words. M, T and E are computed. */
export const smarteQuestions = ['specific', 'motivating', 'realistic'] as const
export type SmarteQuestion = (typeof smarteQuestions)[number]

/** null: untouched · false: «not yet» · true: answered, which needs words in the answer text. */
export type SmarteValue = boolean | null

/**
 * A goal as plain values. In the document: a Y.Map in `goals` under its id, with Y.Text `title`,
 * `specificText`, `motivatingText`, `realisticText`, and plain values, last writer wins, for the rest.
 */
export type Goal = {
  id: string
  title: string
  state: GoalState
  /** fractional index among the goals of the same state; ties by id */
  order: string
  /** the main goal that this is a sub-goal of, or null; dangling or circular parents read as null */
  parentId: string | null
  answers: Record<SmarteQuestion, { value: SmarteValue; text: string }>
  /** ms since 1970, or null; a deleted goal can be taken back for `undeleteMs` */
  deletedAt: number | null
}

/** A new goal's map, not yet in a document. It is made deleted and shown in a second step: see `addGoal`. */
export function newGoalMap(args: { title: string; state: GoalState; order: string; time: number }): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('title', new Y.Text(args.title))
  map.set('state', args.state)
  map.set('order', args.order)
  map.set('parentId', null)
  for (const question of smarteQuestions) {
    map.set(question, null)
    map.set(`${question}Text`, new Y.Text())
  }
  map.set('createdAt', args.time)
  map.set('deletedAt', args.time)
  return map
}
