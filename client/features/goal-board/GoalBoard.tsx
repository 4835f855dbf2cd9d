import { Suspense, useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { GoalState } from '../../../shared/schema/goal.ts'
import { lazyPage } from '../../app/lazyPage.ts'
import { LoadingPage } from '../../app/LoadingPage.tsx'
import { useCardNotes } from '../../hooks/useCardNotes.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useOutlined } from '../../hooks/useOutlined.ts'
import { useUndoKeys } from '../../hooks/useUndoKeys.ts'
import { useSession } from '../../session.tsx'
import { BoardFrame } from '../../ui/columns/BoardFrame.tsx'
import { BoardNotices } from '../../ui/columns/BoardNotices.tsx'
import { CardMenu, type OpenCardMenu } from '../../ui/columns/CardMenu.tsx'
import { firstCard } from '../../ui/columns/columns.ts'
import { ColumnsBoard } from '../../ui/columns/ColumnsBoard.tsx'
import { focusCard } from '../../ui/columns/focusCard.ts'
import { focusNewCard } from '../../ui/columns/NewCardForm.tsx'
import { openCard } from '../../ui/columns/openCard.ts'
import { CommentMarks } from '../../ui/talk/CommentMarks.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { BoardToolbar } from './BoardToolbar.tsx'
import { DeletedGoals } from './DeletedGoals.tsx'
import { EmptyBoard } from './EmptyBoard.tsx'
import { GoalBoardContext, useBoardView, useCard, useGoalBoard } from './GoalBoardContext.ts'
import { CardFace } from './GoalCard.tsx'
import { GoalColumns } from './GoalColumns.tsx'
import { GoalTable } from './GoalTable.tsx'
import { NewGoal } from './NewGoal.tsx'
import { presenceField } from './presenceField.ts'
import { useBoardSetup } from './useBoardSetup.ts'
import { useGoalMoves } from './useGoalMoves.ts'
import styles from './GoalBoard.module.css'

// The board is there without it, and it is fetched before somebody opens a goal: the net may be away by then.
const loadPanel = async () => (await import('./GoalPanel.tsx')).GoalPanel
const GoalPanel = lazyPage(loadPanel)

type GoalBoardProps = {
  teamId: string
  goalId: string | null
  list: boolean
  open: OpenDocument
  talk: OpenDocument | null
}

/** A team's goals: the board or its list twin, and the goal that is open. */
export function GoalBoard({ teamId, goalId, list, open, talk }: GoalBoardProps) {
  const { goals: m, common } = useMessages('goals')
  const { state: signedIn } = useSession()
  const team = signedIn.kind === 'signedIn' ? signedIn.session.teams.find((own) => own.id === teamId) : undefined
  const teamName = team ? common.team(team.number, team.name) : ''
  const [, navigate] = useLocation()
  const setup = useBoardSetup(teamId, list, open, talk)
  const { value, undo } = setup
  const { store, readOnly, go } = value
  const { columns, deleted } = useBoardView(store)
  const moves = useGoalMoves(value)
  const { close, remove } = openCard({ moves, openId: goalId, go })
  const notes = useCardNotes(open, 'goal')
  const outlined = useOutlined(store)
  const [adding, setAdding] = useState(false)
  const [menu, setMenu] = useState<OpenCardMenu | null>(null)
  useUndoKeys(value)
  useEffect(() => {
    loadPanel().catch(() => undefined)
  }, [])

  const empty = firstCard(columns) === null
  const nameOfColumn = useCallback((state: GoalState) => m.state[state], [m])
  const openMenu = useCallback((id: string, anchor: HTMLElement) => setMenu({ id, anchor }), [])
  const add = () => {
    setAdding(true)
    focusNewCard()
  }

  return (
    <GoalBoardContext value={value}>
      <CommentMarks teamId={teamId}>
        <BoardFrame
          state={setup}
          list={list}
          className={styles['goals']}
          panel={
            goalId !== null && (
              <Suspense fallback={<LoadingPage />}>
                <GoalPanel
                  goalId={goalId}
                  moves={{ ...moves, remove }}
                  backLabel={list ? m.backToList : m.backToBoard}
                  onClose={close}
                  onMenu={openMenu}
                />
              </Suspense>
            )
          }
        >
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
          <BoardNotices state={setup} words={m} />
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
            <ColumnsBoard
              columns={columns}
              moves={moves}
              work={value}
              words={m}
              nameOfColumn={nameOfColumn}
              movingField={(id) => presenceField(id, 'move')}
              face={(id) => <DraggedFace id={id} />}
              className={styles['canvas']}
              onAdd={add}
              onRemove={remove}
              onMenu={openMenu}
            >
              <GoalColumns columns={columns} notes={notes} selectedId={goalId} outlined={outlined} onMenu={openMenu} />
            </ColumnsBoard>
          )}
          {!readOnly && <DeletedGoals ids={deleted} moves={moves} />}
        </BoardFrame>
      </CommentMarks>
      {menu && (
        <CardMenu
          menu={menu}
          label={m.moveGoal(moves.nameOf(menu.id))}
          moves={moves}
          onRemove={remove}
          onClose={() => setMenu(null)}
        />
      )}
    </GoalBoardContext>
  )
}

function DraggedFace({ id }: { id: string }) {
  const { store } = useGoalBoard()
  const card = useCard(store, id)
  return card && <CardFace card={card} />
}
