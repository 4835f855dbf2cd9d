import type { AppError } from '../../../shared/errors.ts'
import { numberInField, parseNumber } from '../../../shared/number.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useDraft } from '../../ui/useDraft.ts'

type NumberFieldProps = {
  label: string
  value: number | null
  onChange: (value: number | null) => AppError | null
  paused: boolean
}

/** A number with decimal comma; what is no number stays as it was written, with a sentence. */
export function NumberField({ label, value, onChange, paused }: NumberFieldProps) {
  const { language, messages } = useLocale('goals')
  const draft = useDraft({
    shown: value === null ? '' : numberInField(value, language),
    paused,
    commit: (text) => {
      try {
        return onChange(parseNumber(text, language)) ? messages.goals.measure.numberWrong : null
      } catch {
        return messages.goals.measure.numberWrong
      }
    },
  })
  return (
    <Field label={label} error={draft.error}>
      {(control) => <TextInput {...control} {...draft.input} inputMode="decimal" autoComplete="off" />}
    </Field>
  )
}
