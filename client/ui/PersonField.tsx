import { useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import { compareText } from '../../shared/locale/sorting.ts'
import type { PersonReference } from '../../shared/schema/measure.ts'
import type { Member } from '../../shared/schema/talk.ts'
import { useMessages } from '../hooks/useMessages.ts'
import { Field } from './Field.tsx'
import { TextInput } from './TextInput.tsx'
import { IdentityNumberWarning } from './IdentityNumberWarning.tsx'
import { lineError } from './lineError.ts'
import { Select } from './Select.tsx'
import { useDraft } from './useDraft.ts'

const other = ':other'

type PersonFieldProps = {
  label: string
  value: PersonReference | null
  members: ReadonlyMap<string, Member>
  onChange: (person: PersonReference | null) => AppError | null
  paused: boolean
}

/** A member of the team, somebody else by name, or nobody yet. */
export function PersonField({ label, value, members, onChange, paused }: PersonFieldProps) {
  const { editing: m } = useMessages('editing')
  const [typing, setTyping] = useState(false)
  const typed = value !== null && 'name' in value ? value.name : ''
  const draft = useDraft({
    shown: typed,
    paused,
    commit: (text) => {
      const failure = onChange(text.trim() ? { name: text } : null)
      return failure && lineError(m, failure, m.noWords)
    },
  })
  const sorted = [...members].sort(([, a], [, b]) => compareText(a.name, b.name))
  const personId = value !== null && 'personId' in value ? value.personId : null
  const chosen = typing || typed ? other : (personId ?? '')
  return (
    <>
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value={chosen}
            disabled={paused}
            onChange={(event) => {
              const next = event.target.value
              setTyping(next === other)
              if (next !== other) onChange(next === '' ? null : { personId: next })
            }}
          >
            <option value="">{m.person.nobody}</option>
            {sorted.map(([id, member]) => (
              <option key={id} value={id}>
                {member.name}
              </option>
            ))}
            {personId !== null && !members.has(personId) && <option value={personId}>{m.person.left}</option>}
            <option value={other}>{m.person.other}</option>
          </Select>
        )}
      </Field>
      {chosen === other && (
        <div>
          <Field label={`${label}: ${m.person.otherName}`} error={draft.error}>
            {(control) => <TextInput {...control} {...draft.input} autoComplete="off" />}
          </Field>
          <IdentityNumberWarning text={draft.input.value} />
        </div>
      )}
    </>
  )
}
