import { documentId } from '../../../shared/document-id.ts'
import { teamBoardId } from '../../../shared/schema/phase.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { BoardLoading } from '../../ui/columns/BoardFrame.tsx'
import { ImprovementBoard } from './ImprovementBoard.tsx'

type ImprovementPageProps = {
  team: { id: string; number: number; name: string }
  /** a goal's id; the team's own board without */
  boardId?: string
  cardId?: string
  list?: boolean
}

/** `/team/:id/forbedring[/liste][/:boardId[/:cardId]]`: the five phases of the team or of one chosen goal. */
export function ImprovementPage({ team, boardId = teamBoardId, cardId, list = false }: ImprovementPageProps) {
  const { phases: m } = useMessages('phases')
  const open = useDocument(documentId('team', team.id))
  const talk = useDocument(documentId('talk', team.id))
  usePageTitle(m.board, team.name)
  if (!open?.loaded) return <BoardLoading>{m.loading}</BoardLoading>
  // Another board is another page: its undo takes back nothing that one can't see.
  return (
    <ImprovementBoard
      key={`${team.id} ${boardId}`}
      team={team}
      boardId={boardId}
      cardId={cardId ?? null}
      list={list}
      open={open}
      talk={talk}
    />
  )
}
