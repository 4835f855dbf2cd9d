/** The cards of one phase as they were measured on this screen, in px: each card, and the room under the steps. */
export type MeasuredPhase = { cards: readonly number[]; gap: number; room: number }
/** Cards `from` up to, not with, `to`. */
export type CardRange = { from: number; to: number }
/** One page: for each phase which of its cards. A phase with fewer pages than another has none on the last ones. */
export type CardPage = CardRange[]

/** Lays each phase's cards on as many pages as its room needs; the phases turn their pages together. Nothing is cut. */
export function paginateCards(phases: readonly MeasuredPhase[]): CardPage[] {
  const split = phases.map(splitPhase)
  const count = Math.max(1, ...split.map((ranges) => ranges.length))
  return Array.from({ length: count }, (_, page) =>
    split.map((ranges, phase) => {
      const all = phases[phase]?.cards.length ?? 0
      return ranges[page] ?? { from: all, to: all }
    }),
  )
}

function splitPhase({ cards, gap, room }: MeasuredPhase): CardRange[] {
  const ranges: CardRange[] = []
  let from = 0
  let used = 0
  for (const [index, height] of cards.entries()) {
    if (index > from && used + gap + height > room + 1) {
      ranges.push({ from, to: index })
      from = index
      used = 0
    }
    used += (index > from ? gap : 0) + height
  }
  if (from < cards.length) ranges.push({ from, to: cards.length })
  return ranges
}

/** How much smaller everything must be for the highest card to have room; 1 where it has, 0 where not even the steps have. */
export function shrinkFor(phases: readonly MeasuredPhase[]): number {
  const each = phases.map(({ cards, room }) => Math.max(room, 0) / Math.max(1, ...cards))
  return Math.min(1, ...each)
}
