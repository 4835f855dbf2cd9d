import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { documentId } from '../../../shared/document-id.ts'
import type { GoalState } from '../../../shared/schema/goal.ts'
import { useDocument, type OpenDocument } from '../../hooks/useDocument.ts'
import { useCardNotes } from '../../hooks/useCardNotes.ts'
import { useSession } from '../../session.tsx'
import { useMessages } from '../../hooks/useMessages.ts'
import { useOutlined } from '../../hooks/useOutlined.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useUndoKeys } from '../../hooks/useUndoKeys.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { BoardToolbar } from './BoardToolbar.tsx'
import { DeletedGoals } from './DeletedGoals.tsx'
import { EmptyBoard } from './EmptyBoard.tsx'
import { focusAfterLeaving } from '../../ui/columns/columnKeys.ts'
import { firstCard } from '../../ui/columns/columns.ts'
import { ColumnsCanvas } from '../../ui/columns/ColumnsCanvas.tsx'
import { DragCards } from '../../ui/columns/DragCards.tsx'
import { focusCard } from '../../ui/columns/focusCard.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import { GoalBoardContext, useBoardView, useCard, useGoalBoard } from './GoalBoardContext.ts'
import { CardFace } from './GoalCard.tsx'
import { GoalColumns } from './GoalColumns.tsx'
import { GoalPanel } from './GoalPanel.tsx'
import { GoalTable } from './GoalTable.tsx'
import { NewGoal } from './NewGoal.tsx'
import { CommentMarks } from '../../ui/talk/CommentMarks.tsx'
import { TakeBackToast } from '../../ui/TakeBackToast.tsx'
import { presenceField } from './presenceField.ts'
import { useBoardSetup } from './useBoardSetup.ts'
import { useGoalMoves } from './useGoalMoves.tsx'
import { useOthersChanges } from '../../hooks/useOthersChanges.ts'
import cardStyles from './GoalCard.module.css'
import styles from './GoalBoardPage.module.css'

type GoalBoardPageProps = { teamId: string; goalId?: string; list?: boolean }

/** A team's goals: the board or its list twin, and the goal that is open. */
export function GoalBoardPage({ teamId, goalId, list = false }: GoalBoardPageProps) {
  const { goals: m } = useMessages()
  const open = useDocument(documentId('team', teamId))
  const talk = useDocument(documentId('talk', teamId))
  usePageTitle(m.board)
  if (!open?.loaded) {
    return (
      <p role="status" className={styles['loading']}>
        {m.loading}
      </p>
    )
  }
  return <Board key={teamId} teamId={teamId} goalId={goalId ?? null} list={list} open={open} talk={talk} />
}

type BoardProps = {
  teamId: string
  goalId: string | null
  list: boolean
  open: OpenDocument
  talk: OpenDocument | null
}

function Board({ teamId, goalId, list, open, talk }: BoardProps) {
  const { goals: m, common } = useMessages()
  const { state: signedIn } = useSession()
  const team = signedIn.kind === 'signedIn' ? signedIn.session.teams.find((own) => own.id === teamId) : undefined
  const teamName = team ? common.team(team.number, team.name) : ''
  const [, navigate] = useLocation()
  const setup = useBoardSetup(teamId, list, open, talk)
  const { value, undo } = setup
  const { store, readOnly, go, presence } = value
  const { columns, deleted } = useBoardView(store)
  const moves = useGoalMoves(value)
  const notes = useCardNotes(open, 'goal')
  const outlined = useOutlined(store)
  const others = useOthersChanges(open)
  const [adding, setAdding] = useState(false)
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null)

  const empty = firstCard(columns) === null
  const nameOfCard = useCallback((id: string) => store.card(id)?.title.trim() || m.untitled, [store, m])
  const nameOfColumn = useCallback((state: GoalState) => m.state[state], [m])
  const openMenu = useCallback((id: string, anchor: HTMLElement) => setMenu({ id, anchor }), [])
  const add = useCallback(() => {
    setAdding(true)
    document.querySelector<HTMLElement>('[data-new-goal]')?.focus()
  }, [])

  const close = () => {
    go(null)
    focusCard(goalId)
  }
  const remove = (id: string) => {
    const next = focusAfterLeaving(store.getBoard().columns, id)
    moves.remove(id)
    if (id === goalId) go(null)
    focusCard(next)
  }

  useUndoKeys(value)

  return (
    <GoalBoardContext value={value}>
      <CommentMarks teamId={teamId}>
        <div className={styles['page']} data-open={goalId !== null} data-list={list}>
          <div className={styles['board']}>
            <p className={styles['paper']}>
              {m.board}
              {teamName && ` · ${teamName}`}
            </p>
            <VisuallyHidden>
              <h1>{m.board}</h1>
            </VisuallyHidden>
            <BoardToolbar
              list={list}
              narrow={goalId !== null}
              readOnly={readOnly}
              undo={undo}
              onAdd={empty ? null : add}
              onView={(next) =>
                navigate(`/team/${teamId}/mal${next ? '/liste' : ''}${goalId === null ? '' : `/${goalId}`}`)
              }
            />
            {readOnly && <p className={styles['readOnly']}>{m.readOnly}</p>}
            {setup.problem !== null && (
              <Notice kind="error" role="alert">
                <p>{setup.problem}</p>
                <Button look="quiet" onClick={setup.forgetProblem}>
                  {m.close}
                </Button>
              </Notice>
            )}
            {adding && !readOnly && (
              <NewGoal
                onClose={(lastId) => {
                  setAdding(false)
                  focusCard(lastId)
                }}
              />
            )}
            {empty && !adding && <EmptyBoard onAdd={readOnly ? null : add} />}
            {!empty && list && (
              <GoalTable columns={columns} notes={notes} selectedId={goalId} moves={moves} onRemove={remove} />
            )}
            {!empty && !list && (
              <DragCards
                columns={() => store.getBoard().columns}
                nameOfCard={nameOfCard}
                nameOfColumn={nameOfColumn}
                words={m.drag}
                disabled={readOnly}
                onDrop={moves.place}
                onDragging={(id) => presence.setEditing(id === null ? null : presenceField(id, 'move'))}
                overlay={(id) => <DragFace id={id} />}
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
                  <GoalColumns
                    columns={columns}
                    notes={notes}
                    selectedId={goalId}
                    outlined={outlined}
                    onMenu={openMenu}
                  />
                </ColumnsCanvas>
              </DragCards>
            )}
            {!readOnly && <DeletedGoals ids={deleted} moves={moves} />}
          </div>
          {goalId !== null && (
            <GoalPanel
              goalId={goalId}
              moves={{ ...moves, remove }}
              backLabel={list ? m.backToList : m.backToBoard}
              onClose={close}
              onMenu={openMenu}
            />
          )}
          <TakeBackToast offer={setup.offer} onDone={setup.withdrawOffer} onFocusLost={() => focusCard(null)} />
        </div>
      </CommentMarks>
      {menu && (
        <FloatingMenu
          label={m.moveGoal(store.card(menu.id)?.title.trim() || m.untitled)}
          anchor={menu.anchor}
          items={moves.menuItems(menu.id, () => remove(menu.id))}
          onClose={(chosen) => {
            const { id, anchor } = menu
            setMenu(null)
            // A card that moved to another column is drawn anew: the focus follows it.
            if (anchor.closest('[data-goal]')) focusCard(id)
            else if (chosen || anchor.isConnected) anchor.focus()
          }}
        />
      )}
      <VisuallyHidden role="status">{setup.said}</VisuallyHidden>
      <VisuallyHidden role="status">{others}</VisuallyHidden>
    </GoalBoardContext>
  )
}

function DragFace({ id }: { id: string }) {
  const { store } = useGoalBoard()
  const card = useCard(store, id)
  return <div className={cardStyles['overlay']}>{card && <CardFace card={card} />}</div>
}
