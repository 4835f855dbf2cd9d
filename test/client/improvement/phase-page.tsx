import { ImprovementPage } from '../../../client/features/improvement/ImprovementPage.tsx'
import { nb } from '../../../shared/locale/nb.ts'
import { addCard } from '../../../shared/ops/phases.ts'
import type { Phase } from '../../../shared/schema/phase.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { talkWith, time } from '../goal-board/board-fixture.ts'
import { showPage } from '../goal-board/board-page.tsx'

export const m = nb.phases

const team = { id: 't', number: 7, name: 'Granvik' }

/** The improvement page of a team «t» over a given document, as «Mette». */
export async function showPhases(args: { board: TeamDocument; role?: 'editor' | 'commenter'; path?: string }) {
  return showPage({
    talk: talkWith(['Mette', 'Arne']),
    path: '/team/t/forbedring',
    ...args,
    page: (parts) => {
      const list = parts[0] === 'liste'
      const [boardId, cardId] = list ? parts.slice(1) : parts
      return (
        <ImprovementPage team={team} list={list} {...(boardId ? { boardId } : {})} {...(cardId ? { cardId } : {})} />
      )
    },
  })
}

/** Puts cards «Kort <id>» on a phase board. */
export function putCards(board: TeamDocument, boardId: string, cards: Partial<Record<Phase, readonly string[]>>): void {
  for (const [phase, ids] of Object.entries(cards)) {
    for (const id of ids) addCard(board, { id, boardId, phase: phase as Phase, text: `Kort ${id}`, time })
  }
}
