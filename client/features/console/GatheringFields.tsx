import { limits } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './forms.module.css'

export type GatheringDraft = { name: string; place: string; firstDay: string; dayCount: number }

export const emptyGathering: GatheringDraft = { name: '', place: '', firstDay: '', dayCount: 2 }

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
  const words = useMessages().console.gathering
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
      <div className={styles.pair}>
        <Field label={words.firstDay} hint={words.firstDayHint}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={draft.firstDay}
              onChange={(event) => onChange({ ...draft, firstDay: event.target.value })}
            />
          )}
        </Field>
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
      </div>
    </>
  )
}
