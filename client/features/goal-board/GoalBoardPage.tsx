import { documentId } from '../../../shared/document-id.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { BoardLoading } from '../../ui/columns/BoardFrame.tsx'
import { GoalBoard } from './GoalBoard.tsx'

type GoalBoardPageProps = { teamId: string; goalId?: string; list?: boolean }

/** `/team/:id/mal[/liste][/:goalId]`: a team's goals. */
export function GoalBoardPage({ teamId, goalId, list = false }: GoalBoardPageProps) {
  const { goals: m } = useMessages('goals')
  const open = useDocument(documentId('team', teamId))
  const talk = useDocument(documentId('talk', teamId))
  usePageTitle(m.board)
  if (!open?.loaded) return <BoardLoading>{m.loading}</BoardLoading>
  return <GoalBoard key={teamId} teamId={teamId} goalId={goalId ?? null} list={list} open={open} talk={talk} />
}
