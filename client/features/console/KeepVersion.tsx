import { useState } from 'react'
import { AppError } from '../../../shared/errors.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useForm } from './useForm.ts'
import styles from './care.module.css'

type KeepVersionProps = { path: string; onChange: () => void; onKept: (sentence: string) => Promise<void> }

/** Keeps the boards as they are now, under a name. */
export function KeepVersion({ path, onChange, onKept }: KeepVersionProps) {
  const words = useMessages('care').care.versions
  const { api } = useSession()
  const [name, setName] = useState('')
  const { busy, problem, onSubmit } = useForm(
    async () => {
      if (name.trim() === '') throw new AppError('nameEmpty')
      await api.post(path, { name })
      // What was written meanwhile is the next one's name.
      setName((now) => (now === name ? '' : now))
      await onKept(words.saved(name.trim()))
    },
    { tooMany: words.full, unreachable: words.noAnswer },
  )
  return (
    <form className={styles.line} onSubmit={onSubmit} noValidate>
      <Field label={words.name} hint={words.nameHint} error={problem}>
        {(control) => (
          <TextInput
            {...control}
            value={name}
            maxLength={limits.versionName}
            autoComplete="off"
            onChange={(event) => {
              onChange()
              setName(event.target.value)
            }}
          />
        )}
      </Field>
      <Button type="submit" look="main" busy={busy}>
        {busy ? words.saving : words.save}
      </Button>
    </form>
  )
}
