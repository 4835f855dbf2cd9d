import { phases } from '../../../shared/schema/phase.ts'
import type { PhaseView } from '../../../shared/select/phases.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import styles from './PhaseStrip.module.css'

/** Where the phases lie below each other: all five in one glance, and a way to each. */
export function PhaseStrip({ views }: { views: readonly PhaseView[] }) {
  const { phases: m } = useMessages('phases')
  return (
    <nav className={styles['strip']} aria-label={m.strip}>
      {views.map(({ phase, state, done, steps }) => (
        <button
          key={phase}
          type="button"
          data-state={state}
          aria-label={m.phaseLine(m.phase[phase], m.stateInside[state], done, steps.length)}
          onClick={() => {
            const section = document.getElementById(`phase-${phase}`)
            section?.scrollIntoView({ block: 'start' })
            section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
          }}
        >
          <span className={styles['number']}>{phases.indexOf(phase) + 1}</span>
          <small>{m.doneOf(done, steps.length)}</small>
        </button>
      ))}
    </nav>
  )
}
