import { phases } from '../../../shared/schema/phase.ts'
import type { PhaseView } from '../../../shared/select/phases.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './PhaseHead.module.css'

/** A phase's number and name, and how far its steps have come. */
export function PhaseHead({ view: { phase, state, done, steps } }: { view: PhaseView }) {
  const { phases: m } = useMessages('phases')
  return (
    <h2 className={styles['head']} data-state={state} tabIndex={-1}>
      <span className={styles['number']} aria-hidden>
        {phases.indexOf(phase) + 1}
      </span>
      <span className={styles['name']} aria-hidden>
        {m.phase[phase]}
      </span>
      <small aria-hidden>{m.doneOf(done, steps.length)}</small>
      <VisuallyHidden>{m.phaseLine(m.phase[phase], m.stateInside[state], done, steps.length)}</VisuallyHidden>
    </h2>
  )
}
