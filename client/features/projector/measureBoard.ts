import type { StageView } from '../../../shared/select/stage.ts'
import type { MeasuredGoal, MeasuredSection } from './paginate.ts'

const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0

/** Reads the heights that `paginate` needs from the drawn, unseen board. `shape` is how this screen lays goals out. */
export function measureBoard(
  board: Element,
  sections: StageView['sections'],
  shape: { columns: number; beside: boolean },
): MeasuredSection[] {
  return sections.map(({ state, goals }) => {
    const drawn = board.querySelector(`[data-section="${state}"]`)
    const list = drawn?.querySelector('ul')
    const measured = [...(drawn?.querySelectorAll('[data-goal]') ?? [])]
    return {
      state,
      heading: heightOf(drawn?.querySelector('[data-heading]') ?? null),
      gap: list ? Number.parseFloat(getComputedStyle(list).rowGap) || 0 : 0,
      columns: state === 'chosen' ? 1 : shape.columns,
      goals: goals.map((goal, index) => measureGoal(goal.id, measured[index] ?? null, shape.beside)),
    }
  })
}

function measureGoal(id: string, drawn: Element | null, beside: boolean): MeasuredGoal {
  const head = heightOf(drawn?.querySelector('[data-head]') ?? null)
  const actions = [...(drawn?.querySelectorAll('[data-action]') ?? [])].map(heightOf)
  const style = drawn ? getComputedStyle(drawn) : null
  const px = (value: string | undefined) => Number.parseFloat(value ?? '') || 0
  const frame =
    px(style?.paddingTop) + px(style?.paddingBottom) + px(style?.borderTopWidth) + px(style?.borderBottomWidth)
  return { id, head, actions, frame: beside || actions.length === 0 ? frame : frame + px(style?.rowGap), beside }
}
