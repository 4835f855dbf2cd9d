import { limits } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './forms.module.css'

export type GatheringDraft = {
  name: string
  place: string
  /** as `2027-03-17` */
  firstDay: string | null
  /** what was written as the first day is no date: not to be sent as if none was written */
  firstDayWrong: boolean
  dayCount: number
}

export const emptyGathering: GatheringDraft = {
  name: '',
  place: '',
  firstDay: null,
  firstDayWrong: false,
  dayCount: 2,
}

/** Whether it can be sent; what is missing is told at its field. */
export const isComplete = (draft: GatheringDraft): boolean => draft.name.trim() !== '' && !draft.firstDayWrong

/** Name, place and days of a gathering. */
export function GatheringFields({
  draft,
  nameError,
  onChange,
}: {
  draft: GatheringDraft
  nameError: string | null
  onChange: (draft: GatheringDraft) => void
}) {
  const words = useMessages('console').console.gathering
  return (
    <>
      <Field label={words.name} hint={words.nameHint} error={nameError}>
        {(control) => (
          <TextInput
            {...control}
            value={draft.name}
            maxLength={limits.gatheringName}
            autoComplete="off"
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.place} hint={words.placeHint}>
        {(control) => (
          <TextInput
            {...control}
            value={draft.place}
            maxLength={limits.place}
            autoComplete="off"
            onChange={(event) => onChange({ ...draft, place: event.target.value })}
          />
        )}
      </Field>
      <DateField
        label={words.firstDay}
        hint={words.firstDayHint}
        value={draft.firstDay}
        paused={false}
        onChange={(firstDay) => {
          onChange({ ...draft, firstDay })
          return null
        }}
        onWrong={(firstDayWrong) => onChange({ ...draft, firstDayWrong })}
      />
      <Field label={words.dayCount}>
        {(control) => (
          <select
            {...control}
            className={styles.select}
            value={draft.dayCount}
            onChange={(event) => onChange({ ...draft, dayCount: Number(event.target.value) })}
          >
            {Array.from({ length: limits.gatheringDays }, (_, index) => (
              <option key={index} value={index + 1}>
                {index + 1}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}
