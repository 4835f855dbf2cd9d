import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { SegmentedControl } from '../SegmentedControl.tsx'
import styles from './WriteComment.module.css'

/** With or without name, and what each means. */
export function NameChoice(props: {
  withoutName: boolean
  onChange: (withoutName: boolean) => void
  heading?: boolean
}) {
  const { talk: m } = useMessages('talk')
  const { state } = useSession()
  const name = state.kind === 'signedIn' ? state.session.name : ''
  return (
    <div className={styles['who']}>
      {props.heading && (
        <p className={styles['question']} aria-hidden="true">
          {m.whoSees}
        </p>
      )}
      <SegmentedControl
        label={m.whoSees}
        value={props.withoutName ? 'without' : 'with'}
        choices={[
          { value: 'with', label: m.withName(name) },
          { value: 'without', label: m.withoutName },
        ]}
        onChange={(value) => props.onChange(value === 'without')}
      />
      <p className={styles['note']}>{props.withoutName ? m.withoutNameNote : m.withNameNote}</p>
    </div>
  )
}
