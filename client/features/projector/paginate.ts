import type { GoalState } from '../../../shared/schema/goal.ts'

/** One goal as it was measured on this screen, in px. `beside`: the actions stand beside the head, not under it. */
export type MeasuredGoal = {
  id: string
  head: number
  actions: readonly number[]
  /** padding, borders, and whatever else the goal takes around head and actions */
  frame: number
  beside: boolean
}

/** The goals of one state. `columns` goals stand side by side in a row. `gap` is under each row. */
export type MeasuredSection = {
  state: GoalState
  heading: number
  gap: number
  columns: number
  goals: readonly MeasuredGoal[]
}

/** A goal, or as many of its actions as a page has room for: actions `from` up to, not with, `to`. */
export type PagePart = { id: string; from: number; to: number }
export type PageSection = { state: GoalState; parts: PagePart[] }

/** `shrink` is 1, or less when even one part alone is higher than the screen: never cut, rather smaller. */
export type Page = { sections: PageSection[]; shrink: number }

/** The height of a goal with its actions `from` up to `to`. */
function height(goal: MeasuredGoal, from: number, to: number): number {
  const actions = goal.actions.slice(from, to).reduce((sum, each) => sum + each, 0)
  return goal.frame + (goal.beside ? Math.max(goal.head, actions) : goal.head + actions)
}

/** So much of a page is not left empty before a goal that could begin there. */
const emptyAtMost = 1 / 4

/**
 * Lays goals on as many pages as this screen needs. A goal is kept whole where a page has room for it, unless it
 * would leave a quarter of a standing screen empty; one with more actions than there is room for goes on under its own
 * title on the next. A heading never stands last, and is repeated where its goals go on. There is always at least one
 * page.
 */
export function paginate(sections: readonly MeasuredSection[], available: number): Page[] {
  const pages: Page[] = []
  let page: Page = { sections: [], shrink: 1 }
  let used = 0
  const turn = () => {
    if (page.sections.length > 0) pages.push(page)
    page = { sections: [], shrink: 1 }
    used = 0
  }
  const put = (section: MeasuredSection, parts: PagePart[], rowHeight: number) => {
    const last = page.sections.at(-1)
    if (last?.state === section.state) last.parts.push(...parts)
    else {
      page.sections.push({ state: section.state, parts })
      used += section.heading
    }
    used += rowHeight + section.gap
    page.shrink = Math.min(1, Math.max(available / (used - section.gap), smallest))
  }
  const room = (section: MeasuredSection) =>
    available - used - (page.sections.at(-1)?.state === section.state ? 0 : section.heading)

  /** Whether a goal that does not fit begins here all the same: much would stay empty, and an action of it fits. */
  const begins = (goal: MeasuredGoal, section: MeasuredSection) =>
    !goal.beside &&
    goal.actions.length > 1 &&
    room(section) > available * emptyAtMost &&
    height(goal, 0, 1) <= room(section)

  /** One goal that is higher than the room on the page that is open; alone on it, or as `begins` allows. */
  const split = (goal: MeasuredGoal, section: MeasuredSection) => {
    let from = 0
    do {
      let to = Math.min(from + 1, goal.actions.length)
      // Where the head alone is too high, actions beside it cost nothing up to its height.
      const most = Math.max(room(section), height(goal, from, to))
      while (to < goal.actions.length && height(goal, from, to + 1) <= most) to += 1
      put(section, [{ id: goal.id, from, to }], height(goal, from, to))
      if (to < goal.actions.length || page.shrink < 1) turn()
      from = to
    } while (from < goal.actions.length)
  }

  for (const section of sections) {
    for (let first = 0; first < section.goals.length; first += section.columns) {
      const row = section.goals.slice(first, first + section.columns)
      const rowHeight = Math.max(...row.map((goal) => height(goal, 0, goal.actions.length)))
      const only = row.length === 1 ? row[0] : undefined
      if (rowHeight > room(section) && !(only && begins(only, section))) turn()
      if (only && rowHeight > room(section)) {
        split(only, section)
        continue
      }
      put(
        section,
        row.map((goal) => ({ id: goal.id, from: 0, to: goal.actions.length })),
        rowHeight,
      )
      if (page.shrink < 1) turn()
    }
  }
  turn()
  return pages.length > 0 ? pages : [{ sections: [], shrink: 1 }]
}

/** A screen of a few pixels must not give a shrink of 0. */
const smallest = 0.05

/** The page to show: what the facilitators turned to, round and round in what this screen has. */
export function pageAt(page: number, pages: number): number {
  return pages > 0 ? page % pages : 0
}
