import { useState, type FormEvent } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { IdentityNumberWarning } from '../../ui/IdentityNumberWarning.tsx'
import { lineError } from '../../ui/lineError.ts'
import { TextInput } from '../../ui/TextInput.tsx'

type CoverNameDialogProps = {
  open: boolean
  /** '' for a new map */
  name: string
  /** null when it was taken */
  onSave: (name: string) => AppError | null
  onClose: () => void
}

/** «Hvem er i midten?»: the cover name of the person that a map is about. */
export function CoverNameDialog(props: CoverNameDialogProps) {
  const { map: m } = useMessages('map')
  return (
    <Dialog open={props.open} title={m.addMapTitle} onClose={props.onClose}>
      <CoverNameForm {...props} />
    </Dialog>
  )
}

function CoverNameForm({ name, onSave, onClose }: CoverNameDialogProps) {
  const { map: m, editing, common } = useMessages('map', 'editing')
  const [value, setValue] = useState(name)
  const [error, setError] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const failure = onSave(value)
    if (failure) setError(lineError(editing, failure, m.coverNameEmpty))
    else onClose()
  }
  return (
    <form onSubmit={submit} noValidate style={{ display: 'grid', gap: 16 }}>
      <div>
        <Field label={m.coverName} hint={m.coverNameHint} error={error}>
          {(control) => (
            <TextInput
              {...control}
              value={value}
              maxLength={limits.coverName}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setValue(event.target.value)
                setError(null)
              }}
            />
          )}
        </Field>
        <IdentityNumberWarning text={value} />
      </div>
      <Button type="submit" look="main" wide>
        {name === '' ? m.makeMap : common.save}
      </Button>
    </form>
  )
}
