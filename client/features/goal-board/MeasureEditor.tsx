import { useRef } from 'react'
import { setMeasureField } from '../../../shared/ops/measures.ts'
import { setText } from '../../../shared/ops/text.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { directions, periods, type Direction, type Measure, type Period } from '../../../shared/schema/measure.ts'
import type { Member } from '../../../shared/schema/talk.ts'
import * as Y from 'yjs'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePresence } from '../../hooks/usePresence.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { classNames } from '../../ui/classNames.ts'
import { presenceField } from './presenceField.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useGoalBoard } from './GoalBoardContext.ts'
import { GoalText } from './GoalText.tsx'
import { lineError } from '../../ui/lineError.ts'
import { missingForMeasurable } from '../../ui/measureWords.ts'
import { NumberField } from './NumberField.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useDraft } from '../../ui/useDraft.ts'
import styles from './GoalPanel.module.css'

type MeasureEditorProps = {
  measure: Measure
  members: ReadonlyMap<string, Member>
  paused: boolean
  onClose: () => void
}

/** M and T: what to count, from where, to where, by when, and who enters the numbers. */
export function MeasureEditor({ measure, members, paused, onClose }: MeasureEditorProps) {
  const { goals: m } = useMessages('goals')
  const { open, board, attempt, act } = useGoalBoard()
  const presence = usePresence(open)
  const nameField = useRef<HTMLTextAreaElement>(null)
  const { goalId } = measure
  const here = presenceField(goalId, 'measure')
  const name = board.measures.get(goalId)?.get('name')
  const missing = missingForMeasurable(measure, m)
  const unit = useDraft({
    shown: measure.unit,
    paused,
    commit: (text) => {
      const failure = attempt((each) => setMeasureField(each, { goalId, field: 'unit', value: text.trim() }))
      return failure && lineError(m, failure, m.noWords)
    },
  })
  const choose = (example: (typeof m.measure.examples)[number]) => {
    act((each) => {
      if (name instanceof Y.Text) setText(name, example.name, limits.measureName)
      setMeasureField(each, { goalId, field: 'unit', value: example.unit })
      setMeasureField(each, { goalId, field: 'direction', value: example.direction })
    })
    // The examples go away: the chosen one is to be changed.
    nameField.current?.focus()
  }

  return (
    <div
      className={styles['fields']}
      onFocus={() => presence.setEditing(here)}
      onBlur={() => presence.setEditing(null)}
    >
      <GoalText
        text={name}
        field={here}
        max={limits.measureName}
        label={m.measure.name}
        fieldRef={nameField}
        autoFocus
        onEscape={onClose}
      />
      {measure.name.trim() === '' && (
        <div className={styles['examples']}>
          <p>{m.measure.examplesLead}</p>
          {m.measure.examples.map((example) => (
            <Button key={example.name} disabled={paused} onClick={() => choose(example)}>
              {example.name}
            </Button>
          ))}
        </div>
      )}
      <div className={classNames(styles['pair'], styles['bottom'])}>
        <Field label={m.measure.unit} hint={m.measure.unitHint} error={unit.error}>
          {(control) => <TextInput {...control} {...unit.input} autoComplete="off" />}
        </Field>
        <div>
          <p className={styles['label']} aria-hidden="true">
            {m.measure.direction}
          </p>
          <SegmentedControl<Direction>
            label={m.measure.direction}
            value={measure.direction}
            choices={directions.map((value) => ({ value, label: m.measure[value] }))}
            onChange={(value) => act((each) => setMeasureField(each, { goalId, field: 'direction', value }))}
          />
        </div>
      </div>
      <div className={styles['pair']}>
        <div>
          <NumberField
            label={m.measure.baseline}
            value={measure.baseline}
            paused={paused}
            onChange={(value) => attempt((each) => setMeasureField(each, { goalId, field: 'baseline', value }))}
          />
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={measure.baselineUnknown}
              disabled={paused}
              onChange={(event) => {
                const value = event.target.checked
                act((each) => setMeasureField(each, { goalId, field: 'baselineUnknown', value }))
              }}
            />
            {m.measure.baselineUnknown}
          </label>
        </div>
        <NumberField
          label={m.measure.target}
          value={measure.target}
          paused={paused}
          onChange={(value) => attempt((each) => setMeasureField(each, { goalId, field: 'target', value }))}
        />
      </div>
      <DateField
        label={m.measure.due}
        value={measure.due}
        paused={paused}
        onChange={(value) => attempt((each) => setMeasureField(each, { goalId, field: 'due', value }))}
      />
      <div className={styles['pair']}>
        <div className={styles['stack']}>
          <PersonField
            label={m.measure.reporter}
            value={measure.reporter}
            members={members}
            paused={paused}
            onChange={(value) => attempt((each) => setMeasureField(each, { goalId, field: 'reporter', value }))}
          />
        </div>
        <Field label={m.measure.period}>
          {(control) => (
            <Select
              {...control}
              value={measure.period}
              disabled={paused}
              onChange={(event) => {
                const value = event.target.value as Period
                act((each) => setMeasureField(each, { goalId, field: 'period', value }))
              }}
            >
              {periods.map((period) => (
                <option key={period} value={period}>
                  {m.measure.periods[period]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {missing.length > 0 && missing.length < 3 && <p className={styles['muted']}>{m.measure.stillMissing(missing)}</p>}
      <div className={styles['buttons']}>
        <Button look="main" onClick={onClose}>
          {m.finished}
        </Button>
      </div>
    </div>
  )
}
