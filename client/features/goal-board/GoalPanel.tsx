import { useEffect, useRef } from 'react'
import { ArrowLeft } from '@phosphor-icons/react/ArrowLeft'
import { ArrowsOutCardinal } from '@phosphor-icons/react/ArrowsOutCardinal'
import { Trash } from '@phosphor-icons/react/Trash'
import { X } from '@phosphor-icons/react/X'
import { limits } from '../../../shared/schema/limits.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CommentsPanel } from '../../ui/talk/CommentsPanel.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { ActionList } from './ActionList.tsx'
import type { GoalView } from './boardView.ts'
import { presenceField } from './presenceField.ts'
import { useBoardView, useGoal, useGoalBoard } from './GoalBoardContext.ts'
import { GoalText } from './GoalText.tsx'
import { hasMeasure, measureFacts } from '../../ui/measureWords.ts'
import { ParentField } from './ParentField.tsx'
import { SmarteList } from './SmarteList.tsx'
import type { GoalMoves } from './useGoalMoves.tsx'
import styles from './GoalPanel.module.css'

type GoalPanelProps = {
  goalId: string
  moves: GoalMoves
  /** what «back» leads to */
  backLabel: string
  onClose: () => void
  onMenu: (id: string, anchor: HTMLElement) => void
}

/** One goal, opened: beside the board on a laptop, over it on a tablet, alone on a phone. */
export function GoalPanel({ goalId, moves, backLabel, onClose, onMenu }: GoalPanelProps) {
  const { messages } = useLocale()
  const m = messages.goals
  const { store, readOnly, teamId } = useGoalBoard()
  const view = useGoal(store, goalId)
  const { members } = useBoardView(store)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollTo({ top: 0 })
  }, [goalId])

  const deleted = view !== null && view.goal.deletedAt !== null
  const byOther = store.deletedByOther(goalId)
  return (
    <section
      ref={panel}
      className={styles['panel']}
      aria-label={m.panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className={styles['back']}>
        <Button look="quiet" onClick={onClose}>
          <ArrowLeft aria-hidden />
          {backLabel}
        </Button>
      </div>
      <div className={styles['inside']}>
        {view === null ? (
          <>
            <Notice kind="info" role="status">
              <p>{m.gone}</p>
            </Notice>
            <Button onClick={onClose}>{backLabel}</Button>
          </>
        ) : (
          <>
            {deleted && (
              <Notice kind="info" role="alert">
                <p>
                  <strong>{byOther ? m.goneHere : m.goneBySelf}</strong> {byOther && m.goneHereKept}
                </p>
                {!readOnly && (
                  <Button
                    className={styles['takeBack']}
                    onClick={() => {
                      moves.takeBack(goalId)
                      panel.current?.focus({ preventScroll: true })
                    }}
                  >
                    {m.takeBack}
                  </Button>
                )}
              </Notice>
            )}
            <Title view={view} onClose={onClose} />
            <SmarteList key={goalId} view={view} members={members} paused={deleted} />
            {hasMeasure(view.measure) && <MeasureBox view={view} />}
            <ActionList view={view} members={members} paused={deleted} />
            <ParentField goalId={goalId} parentId={view.goal.parentId} paused={deleted} />
          </>
        )}
      </div>
      {view !== null && !deleted && (
        <div className={styles['comments']}>
          <CommentsPanel teamId={teamId} subject={{ kind: 'goal', id: goalId }} level={3} column />
        </div>
      )}
      {view !== null && !deleted && !readOnly && (
        <div className={styles['tools']}>
          <Button aria-haspopup="menu" onClick={(event) => onMenu(goalId, event.currentTarget)}>
            <ArrowsOutCardinal aria-hidden />
            {m.move}
          </Button>
          <Button onClick={() => moves.remove(goalId)}>
            <Trash aria-hidden />
            {m.remove}
          </Button>
        </div>
      )}
    </section>
  )
}

function Title({ view, onClose }: { view: GoalView; onClose: () => void }) {
  const { goals: m } = useLocale().messages
  const { board, readOnly } = useGoalBoard()
  const { goal } = view
  return (
    <div className={styles['head']}>
      <div className={styles['title']}>
        {readOnly ? (
          <h2>{goal.title.trim() || m.untitled}</h2>
        ) : (
          <>
            <VisuallyHidden>
              <h2>{goal.title.trim() || m.untitled}</h2>
            </VisuallyHidden>
            <GoalText
              text={board.goals.get(goal.id)?.get('title')}
              field={presenceField(goal.id, 'title')}
              max={limits.goalTitle}
              label={m.title}
              hideLabel
              placeholder={m.untitled}
              className={styles['titleField']}
            />
          </>
        )}
      </div>
      <Button look="quiet" iconOnly className={styles['close']} aria-label={m.closePanel} onClick={onClose}>
        <X aria-hidden />
      </Button>
    </div>
  )
}

/** What is counted, from where to where: the answer to M in one glance. */
function MeasureBox({ view }: { view: GoalView }) {
  const { language, messages } = useLocale()
  const m = messages.goals
  return (
    <section className={styles['measure']} aria-label={m.measure.heading}>
      <h3>{view.measure.name.trim() || m.measure.heading}</h3>
      <ul>
        {measureFacts(view.measure, m, language).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  )
}
