import type { Subject } from '../../../shared/schema/talk.ts'
import type { BoardText } from '../../../shared/select/board-text.ts'

export type { MapBoard } from '../../../shared/select/board-text.ts'

/** One thing on a board that a comment can be about. `title` may be empty. */
export type Item = { subject: Subject; title: string }

/** Everything on a board that a comment can be about, in the order it is shown. */
export function itemsOf(board: BoardText): Item[] {
  switch (board.kind) {
    case 'map':
      return board.actors.map(({ id, name }) => ({ subject: { kind: 'actor', id }, title: name }))
    case 'goals':
      return board.sections.flatMap(({ goals }) =>
        goals.map(({ id, title }): Item => ({ subject: { kind: 'goal', id }, title })),
      )
    case 'phases':
      return board.phases.flatMap(({ cards }) =>
        cards.map(({ id, text }): Item => ({ subject: { kind: 'card', id }, title: text })),
      )
  }
}

/** What a comment about the whole of a board is about. */
export function wholeOf(board: BoardText, teamId: string): Subject {
  if (board.kind === 'map') return { kind: 'map', id: board.mapId }
  if (board.kind === 'phases' && board.title !== null) return { kind: 'goal', id: board.boardId }
  return { kind: 'team', id: teamId }
}
