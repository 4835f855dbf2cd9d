import { memo } from 'react'
import type { StepId } from '../../../shared/schema/phase.ts'
import type { PhaseView } from '../../../shared/select/phases.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { classNames } from '../../ui/classNames.ts'
import { useDropColumn } from '../../ui/columns/DragCards.tsx'
import { DropLine } from '../../ui/columns/DropLine.tsx'
import { PhaseCard } from './PhaseCard.tsx'
import { PhaseHead } from './PhaseHead.tsx'
import { StepRow } from './StepRow.tsx'
import styles from './PhaseColumns.module.css'

type Shared = {
  notes: ReadonlyMap<string, string>
  selectedId: string | null
  outlined: ReadonlySet<string>
  onMenu: (id: string, anchor: HTMLElement) => void
  onStepMenu: (id: StepId, anchor: HTMLElement) => void
}

/** The five phases: side by side, or below each other where there is less room. */
export function PhaseColumns({ views, ...shared }: Shared & { views: readonly PhaseView[] }) {
  return views.map((view) => <Column key={view.phase} view={view} {...shared} />)
}

const Column = memo(function Column({
  view,
  notes,
  selectedId,
  outlined,
  onMenu,
  onStepMenu,
}: Shared & { view: PhaseView }) {
  const { phases: m } = useMessages('phases')
  const { phase, steps, cards } = view
  const { setNodeRef, isOver } = useDropColumn(phase)
  return (
    <section ref={setNodeRef} className={classNames(styles['column'], isOver && styles['over'])} id={`phase-${phase}`}>
      <PhaseHead view={view} />
      <div className={styles['body']}>
        <ul className={styles['steps']} aria-label={m.steps(m.phase[phase])}>
          {steps.map((step) => (
            <StepRow key={step.id} id={step.id} state={step.state} onMenu={onStepMenu} />
          ))}
        </ul>
        <ul className={styles['cards']} data-drop-list={phase} aria-label={m.cards(m.phase[phase])}>
          {cards.map((card) => (
            <PhaseCard
              key={card.id}
              card={card}
              note={notes.get(card.id) ?? null}
              selected={card.id === selectedId}
              outlined={outlined.has(card.id)}
              onMenu={onMenu}
            />
          ))}
          <DropLine column={phase} />
        </ul>
      </div>
    </section>
  )
})
