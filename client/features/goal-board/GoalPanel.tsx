import { ArrowsOutCardinal } from '@phosphor-icons/react/ArrowsOutCardinal'
import { Trash } from '@phosphor-icons/react/Trash'
import { limits } from '../../../shared/schema/limits.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { ClosePanel, PanelFrame } from '../../ui/columns/PanelFrame.tsx'
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
import type { GoalMoves } from './useGoalMoves.ts'
import styles from './GoalPanel.module.css'

type GoalPanelProps = {
  goalId: string
  moves: GoalMoves
  /** what «back» leads to */
  backLabel: string
  onClose: () => void
  onMenu: (id: string, anchor: HTMLElement) => void
}

/** One goal, opened, with all that belongs to it. */
export function GoalPanel({ goalId, moves, backLabel, onClose, onMenu }: GoalPanelProps) {
  const { messages } = useLocale('goals')
  const m = messages.goals
  const { store, readOnly, teamId } = useGoalBoard()
  const view = useGoal(store, goalId)
  const { members } = useBoardView(store)
  const deleted = view !== null && view.goal.deletedAt !== null
  const state =
    view === null ? null : !deleted ? 'here' : store.deletedByOther(goalId) ? 'deletedByOther' : 'deletedBySelf'
  return (
    <PanelFrame
      id={goalId}
      words={m}
      backLabel={backLabel}
      onClose={onClose}
      state={state}
      onTakeBack={readOnly ? null : () => moves.takeBack(goalId)}
      aside={<CommentsPanel teamId={teamId} subject={{ kind: 'goal', id: goalId }} level={3} column />}
      tools={
        readOnly ? null : (
          <>
            <Button aria-haspopup="menu" onClick={(event) => onMenu(goalId, event.currentTarget)}>
              <ArrowsOutCardinal aria-hidden />
              {m.move}
            </Button>
            <Button onClick={() => moves.remove(goalId)}>
              <Trash aria-hidden />
              {m.remove}
            </Button>
          </>
        )
      }
    >
      {view !== null && (
        <>
          <Title view={view} onClose={onClose} />
          <SmarteList key={goalId} view={view} members={members} paused={deleted} />
          {hasMeasure(view.measure) && <MeasureBox view={view} />}
          <ActionList view={view} members={members} paused={deleted} />
          <ParentField goalId={goalId} parentId={view.goal.parentId} paused={deleted} />
        </>
      )}
    </PanelFrame>
  )
}

function Title({ view, onClose }: { view: GoalView; onClose: () => void }) {
  const { goals: m } = useLocale('goals').messages
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
      <ClosePanel label={m.closePanel} onClose={onClose} />
    </div>
  )
}

/** What is counted, from where to where: the answer to M in one glance. */
function MeasureBox({ view }: { view: GoalView }) {
  const { language, messages } = useLocale('goals')
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
