import { useCallback, useMemo, useState } from 'react'
import { teamBoardId, type Phase, type StepId } from '../../../shared/schema/phase.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { cardById, deletedCards, phaseBoards, phaseViews } from '../../../shared/select/phases.ts'
import { useCardNotes } from '../../hooks/useCardNotes.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { useUndoKeys } from '../../hooks/useUndoKeys.ts'
import { BoardFrame } from '../../ui/columns/BoardFrame.tsx'
import { BoardNotices } from '../../ui/columns/BoardNotices.tsx'
import { CardMenu, type OpenCardMenu } from '../../ui/columns/CardMenu.tsx'
import { ColumnsBoard } from '../../ui/columns/ColumnsBoard.tsx'
import { DeletedCards } from '../../ui/columns/DeletedCards.tsx'
import { focusCard } from '../../ui/columns/focusCard.ts'
import { focusNewCard } from '../../ui/columns/NewCardForm.tsx'
import { openCard } from '../../ui/columns/openCard.ts'
import { BoardHead } from './BoardHead.tsx'
import { boardPlace } from './boardPlace.ts'
import { cardField } from './cardField.ts'
import { CardPanel } from './CardPanel.tsx'
import { ImprovementContext } from './ImprovementContext.ts'
import { ImprovementList } from './ImprovementList.tsx'
import { NewCard } from './NewCard.tsx'
import { CardFace } from './PhaseCard.tsx'
import { likelyPhase, phaseColumns } from './phaseColumns.ts'
import { PhaseColumns } from './PhaseColumns.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { PlaceNotice } from './PlaceNotice.tsx'
import { StepMenu, type OpenStepMenu } from './StepMenu.tsx'
import { useCardMoves } from './useCardMoves.ts'
import { useDeletedByOthers } from './useDeletedByOthers.ts'
import { useImprovementSetup } from './useImprovementSetup.ts'
import { useRemoteMoves } from './useRemoteMoves.ts'
import styles from './ImprovementBoard.module.css'

type ImprovementBoardProps = {
  team: { id: string; number: number; name: string }
  boardId: string
  cardId: string | null
  list: boolean
  open: OpenDocument
  talk: OpenDocument | null
}

/** One board of five phases: as columns, stacked, or as a list, and the card that is open. */
export function ImprovementBoard({ team, boardId, cardId, list, open, talk }: ImprovementBoardProps) {
  const { common, editing, phases: m, reading } = useMessages('editing', 'phases', 'reading')
  const setup = useImprovementSetup({ teamId: team.id, boardId, list, open, talk })
  const { value, undo, boardHref, cardHref, navigate } = setup
  const { board, readOnly, go } = value
  const view = useSelect(open, (doc) => {
    const now = openTeamDocument(doc)
    return {
      place: boardPlace(now, boardId),
      boards: phaseBoards(now),
      phases: phaseViews(now, boardId),
      deleted: deletedCards(now, boardId),
      card: cardId === null ? null : cardById(now, boardId, cardId),
    }
  })
  const moves = useCardMoves(value)
  const notes = useCardNotes(open, 'card')
  const outlined = useRemoteMoves(board)
  const deletedByOthers = useDeletedByOthers(board)
  const [adding, setAdding] = useState<Phase | null>(null)
  const [menu, setMenu] = useState<OpenCardMenu | null>(null)
  const [stepMenu, setStepMenu] = useState<OpenStepMenu | null>(null)
  useUndoKeys(value)

  const openMenu = useCallback((id: string, anchor: HTMLElement) => setMenu({ id, anchor }), [])
  const openStepMenu = useCallback((id: StepId, anchor: HTMLElement) => setStepMenu({ id, anchor }), [])
  const nameOfPhase = useCallback((phase: Phase) => m.phase[phase], [m])
  const columns = useMemo(() => phaseColumns(view?.phases ?? []), [view?.phases])
  if (!view) return null
  const { place } = view
  const { close, remove } = openCard({ moves, openId: cardId, go })
  const there = place.kind !== 'deleted' && place.kind !== 'gone'
  const title =
    place.kind === 'team' || place.kind === 'gone' ? m.teamBoard : place.title.trim() || reading.goals.untitled

  const add = () => {
    setAdding(adding ?? likelyPhase(view.phases))
    focusNewCard()
  }
  return (
    <ImprovementContext value={value}>
      <BoardFrame
        state={setup}
        list={list}
        className={styles['phases']}
        panel={
          cardId !== null &&
          there && (
            <CardPanel
              cardId={cardId}
              card={view.card}
              deletedByOther={deletedByOthers.has(cardId)}
              moves={moves}
              onRemove={() => remove(cardId)}
              backLabel={list ? m.backToList : m.backToBoard}
              onClose={close}
            />
          )
        }
      >
        <BoardHead
          title={place.kind === 'gone' ? m.board : title}
          teamName={common.team(team.number, team.name)}
          boards={view.boards}
          boardId={boardId}
          list={list}
          readOnly={readOnly}
          undo={undo}
          onBoard={(id) => navigate(boardHref(id, list))}
          onView={(asList) => navigate(cardHref(cardId, asList))}
          onAdd={readOnly || !there ? null : add}
        />
        <BoardNotices state={setup} words={{ readOnly: m.readOnly, close: editing.close }} />
        <PlaceNotice place={place} teamBoardHref={boardHref(teamBoardId, list)} />
        {adding !== null && !readOnly && (
          <NewCard
            startPhase={adding}
            onClose={(lastId) => {
              setAdding(null)
              focusCard(lastId)
            }}
          />
        )}
        {there && <PhaseStrip views={view.phases} />}
        {there && list && (
          <ImprovementList views={view.phases} notes={notes} selectedId={cardId} moves={moves} onRemove={remove} />
        )}
        {there && !list && (
          <ColumnsBoard
            columns={columns}
            moves={moves}
            work={value}
            words={m}
            nameOfColumn={nameOfPhase}
            movingField={(id) => cardField(id, 'move')}
            face={(id) => {
              const card = cardById(board, boardId, id)
              return card && <CardFace card={card} />
            }}
            className={styles['canvas']}
            onAdd={add}
            onRemove={remove}
            onMenu={openMenu}
          >
            <PhaseColumns
              views={view.phases}
              notes={notes}
              selectedId={cardId}
              outlined={outlined}
              onMenu={openMenu}
              onStepMenu={openStepMenu}
            />
          </ColumnsBoard>
        )}
        {there && !readOnly && (
          <DeletedCards
            cards={view.deleted.map(({ id, text, deletedAt }) => ({
              id,
              name: text.trim() || m.untitled,
              deletedAt: deletedAt ?? 0,
            }))}
            words={m}
            now={value.now}
            onTakeBack={moves.takeBack}
          />
        )}
      </BoardFrame>
      {menu && (
        <CardMenu
          menu={menu}
          label={m.moveCard(moves.nameOf(menu.id))}
          moves={moves}
          onRemove={remove}
          onClose={() => setMenu(null)}
        />
      )}
      {stepMenu && <StepMenu menu={stepMenu} onClose={() => setStepMenu(null)} />}
    </ImprovementContext>
  )
}
