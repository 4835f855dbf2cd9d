import type { BoardText } from '../../../shared/select/board-text.ts'
import type { Texts } from '../../hooks/useMessages.ts'
import type { Item } from './boardText.ts'

/** The heading of a board. */
export function boardTitle(board: BoardText, { reading, talk }: Texts<'reading' | 'talk'>): string {
  const m = talk.follow
  switch (board.kind) {
    case 'map':
      return board.level === 'municipal'
        ? `${m.actorMap}: ${reading.map.municipal}`
        : `${m.actorMap}: ${m.mapOf(board.coverName.trim() || reading.map.untitledMap)}`
    case 'goals':
      return reading.goals.board
    case 'phases':
      return board.title === null ? reading.phases.board : m.phasesOf(board.title.trim() || reading.goals.untitled)
  }
}

/** The words of one thing on a board. */
export function itemTitle({ subject, title }: Item, { reading }: Texts<'reading'>): string {
  if (title.trim() !== '') return title.trim()
  if (subject.kind === 'actor') return reading.map.untitled
  return subject.kind === 'goal' ? reading.goals.untitled : reading.phases.untitled
}
