import type { Messages } from '../../../shared/locale/nb.ts'
import type { BoardText, Item } from './boardText.ts'

/** The heading of a board. */
export function boardTitle(board: BoardText, messages: Messages): string {
  const m = messages.talk.follow
  switch (board.kind) {
    case 'map':
      return board.level === 'municipal'
        ? `${m.actorMap}: ${messages.map.municipal}`
        : `${m.actorMap}: ${m.mapOf(board.coverName.trim() || messages.map.untitledMap)}`
    case 'goals':
      return messages.goals.board
    case 'phases':
      return board.title === null ? messages.phases.board : m.phasesOf(board.title.trim() || messages.goals.untitled)
  }
}

/** The words of one thing on a board. */
export function itemTitle({ subject, title }: Item, messages: Messages): string {
  if (title.trim() !== '') return title.trim()
  if (subject.kind === 'actor') return messages.map.untitled
  return subject.kind === 'goal' ? messages.goals.untitled : messages.phases.untitled
}
