import type { Language } from '../../shared/api.ts'
import type { ActionState } from '../../shared/schema/action.ts'
import type { GoalState } from '../../shared/schema/goal.ts'
import type { Direction, Period } from '../../shared/schema/measure.ts'

/** What a goal is measured by, as far as the team has come. A reporter is a member's name or somebody else's. */
export type SampleMeasure = {
  name?: string
  unit?: string
  direction?: Direction
  baseline?: number | 'unknown'
  target?: number
  /** due on the first day of the month this many months after the load */
  dueInMonths?: number
  reporter?: string
  period?: Period
}

/** `dueInDays` counts from the day of the load. An owner is a member's name or somebody else's. */
export type SampleAction = { text: string; owner?: string; dueInDays?: number; state?: ActionState }

/**
 * A goal in the team's own words. A SMARTE answer is its words, false for «not yet», left out for untouched.
 * `key` is the team's number and the goal's, as in the answer key.
 */
export type SampleGoal = {
  key: string
  title: string
  state: GoalState
  /** the main goal that this is a sub-goal of, by key; it stands earlier in the list */
  under?: string
  specific?: string | false
  motivating?: string | false
  realistic?: string | false
  measure?: SampleMeasure
  actions?: SampleAction[]
  /** the members who have said that they agree, or all of them */
  agree?: readonly string[] | 'all'
  /** the members who have answered «not yet» */
  notYet?: readonly string[]
}

/** A team of the sample network. Every person and place is made up. */
export type SampleTeam = {
  name: string
  municipalities: string[]
  /** the written standard that the team's members use and its goals are written in */
  language: Language
  members: readonly string[]
  goals: readonly SampleGoal[]
}
