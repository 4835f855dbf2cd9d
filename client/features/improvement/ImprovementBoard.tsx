import { useCallback, useMemo, useState } from 'react'
import { setStep } from '../../../shared/ops/phases.ts'
import { stepStates, teamBoardId, type Phase, type StepId } from '../../../shared/schema/phase.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { cardById, deletedCards, phaseBoards, phaseViews, stepState } from '../../../shared/select/phases.ts'
import { useCardNotes } from '../../hooks/useCardNotes.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useOthersChanges } from '../../hooks/useOthersChanges.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { useUndoKeys } from '../../hooks/useUndoKeys.ts'
import { Button } from '../../ui/Button.tsx'
import { focusAfterLeaving } from '../../ui/columns/columnKeys.ts'
import { ColumnsCanvas } from '../../ui/columns/ColumnsCanvas.tsx'
import { DragCards } from '../../ui/columns/DragCards.tsx'
import { focusCard } from '../../ui/columns/focusCard.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import type { MenuItem } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TakeBackToast } from '../../ui/TakeBackToast.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { BoardHead } from './BoardHead.tsx'
import { boardPlace } from './boardPlace.ts'
import { cardField } from './cardField.ts'
import { CardPanel } from './CardPanel.tsx'
import { DeletedCards } from './DeletedCards.tsx'
import { ImprovementContext } from './ImprovementContext.ts'
import { ImprovementList } from './ImprovementList.tsx'
import { NewCard } from './NewCard.tsx'
import { CardFace } from './PhaseCard.tsx'
import { likelyPhase, phaseColumns } from './phaseColumns.ts'
import { PhaseColumns } from './PhaseColumns.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { PlaceNotice } from './PlaceNotice.tsx'
import { StepMark } from './StepMark.tsx'
import { useCardMoves } from './useCardMoves.tsx'
import { useDeletedByOthers } from './useDeletedByOthers.ts'
import { useImprovementSetup } from './useImprovementSetup.ts'
import { useRemoteMoves } from './useRemoteMoves.ts'
import cardStyles from './PhaseCard.module.css'
import styles from './ImprovementPage.module.css'

type ImprovementBoardProps = {
  team: { id: string; number: number; name: string }
  boardId: string
  cardId: string | null
  list: boolean
  open: OpenDocument
  talk: OpenDocument | null
}

type OpenMenu = { anchor: HTMLElement } & ({ card: string } | { step: StepId })

/** One board of five phases: as columns, stacked, or as a list, and the card that is open. */
export function ImprovementBoard({ team, boardId, cardId, list, open, talk }: ImprovementBoardProps) {
  const { common, goals, phases: m } = useMessages()
  const setup = useImprovementSetup({ teamId: team.id, boardId, list, open, talk })
  const { value, undo, boardHref, cardHref, navigate } = setup
  const { board, readOnly, go, presence, act } = value
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
  const others = useOthersChanges(open)
  const deletedByOthers = useDeletedByOthers(board)
  const [adding, setAdding] = useState<Phase | null>(null)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  useUndoKeys(value)

  const openMenu = useCallback((card: string, anchor: HTMLElement) => setMenu({ card, anchor }), [])
  const openStepMenu = useCallback((step: StepId, anchor: HTMLElement) => setMenu({ step, anchor }), [])
  const nameOfPhase = useCallback((phase: Phase) => m.phase[phase], [m])
  const columns = useMemo(() => phaseColumns(view?.phases ?? []), [view?.phases])
  if (!view) return null
  const { place } = view
  const there = place.kind !== 'deleted' && place.kind !== 'gone'
  const title = place.kind === 'team' || place.kind === 'gone' ? m.teamBoard : place.title.trim() || goals.untitled

  const add = () => {
    setAdding(adding ?? likelyPhase(view.phases))
    document.querySelector<HTMLElement>('[data-new-card]')?.focus()
  }
  const close = () => {
    go(null)
    focusCard(cardId)
  }
  const remove = (id: string) => {
    const next = focusAfterLeaving(moves.columns(), id)
    moves.remove(id)
    if (id === cardId) go(null)
    focusCard(next)
  }
  const stepItems = (step: StepId): MenuItem[] =>
    stepStates.map((state) => ({
      id: state,
      label: m.state[state],
      icon: <StepMark state={state} />,
      checked: stepState(board, boardId, step) === state,
      onSelect: () => {
        if (act((each) => setStep(each, { boardId, stepId: step, state }))) {
          value.say(m.stepSaid(m.step[step], m.stateInside[state]))
        }
      },
    }))

  return (
    <ImprovementContext value={value}>
      <div className={styles['page']} data-open={cardId !== null && there}>
        <div className={styles['board']}>
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
          {readOnly && <p className={styles['readOnly']}>{m.readOnly}</p>}
          <PlaceNotice place={place} teamBoardHref={boardHref(teamBoardId, list)} />
          {setup.problem !== null && (
            <Notice kind="error" role="alert">
              <p>{setup.problem}</p>
              <Button look="quiet" onClick={setup.forgetProblem}>
                {goals.close}
              </Button>
            </Notice>
          )}
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
            <DragCards
              columns={moves.columns}
              nameOfCard={moves.nameOf}
              nameOfColumn={nameOfPhase}
              words={m.drag}
              disabled={readOnly}
              onDrop={moves.place}
              onDragging={(id) => presence.setEditing(id === null ? null : cardField(id, 'move'))}
              overlay={(id) => {
                const card = cardById(board, boardId, id)
                return <div className={cardStyles['overlay']}>{card && <CardFace card={card} />}</div>
              }}
            >
              <ColumnsCanvas
                label={m.board}
                help={m.boardHelp}
                columns={columns}
                readOnly={readOnly}
                tabStop={value.tabStop}
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
              </ColumnsCanvas>
            </DragCards>
          )}
          {there && !readOnly && <DeletedCards cards={view.deleted} moves={moves} />}
        </div>
        {cardId !== null && there && (
          <CardPanel
            cardId={cardId}
            card={view.card}
            deletedByOther={deletedByOthers.has(cardId)}
            moves={moves}
            onRemove={() => remove(cardId)}
            backLabel={list ? m.backToList : m.backToBoard}
            onClose={close}
          />
        )}
        <TakeBackToast offer={setup.offer} onDone={setup.withdrawOffer} onFocusLost={() => focusCard(null)} />
      </div>
      {menu && (
        <FloatingMenu
          label={'card' in menu ? m.moveCard(moves.nameOf(menu.card)) : m.chooseState(m.step[menu.step])}
          anchor={menu.anchor}
          items={'card' in menu ? moves.menuItems(menu.card, () => remove(menu.card)) : stepItems(menu.step)}
          onClose={(chosen) => {
            const { anchor } = menu
            setMenu(null)
            // A card that moved to another column is drawn anew: the focus follows it.
            if ('card' in menu) focusCard(menu.card)
            else if (chosen || anchor.isConnected) focusStep(menu.step)
          }}
        />
      )}
      <VisuallyHidden role="status">{setup.said}</VisuallyHidden>
      <VisuallyHidden role="status">{others}</VisuallyHidden>
    </ImprovementContext>
  )
}

function focusStep(id: StepId): void {
  document.querySelector<HTMLElement>(`[data-step="${id}"]`)?.focus()
}
