import { useState, type FormEvent } from 'react'
import { limits } from '../../../shared/schema/limits.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './OwnPane.module.css'

/** Corrects one's own name; the others see it at once. */
export function RenameDialog(props: { open: boolean; name: string; onClose: () => void }) {
  const words = useMessages('team').team
  return (
    <Dialog open={props.open} title={words.changeName} onClose={props.onClose}>
      <RenameForm name={props.name} onDone={props.onClose} />
    </Dialog>
  )
}

function RenameForm({ name, onDone }: { name: string; onDone: () => void }) {
  const messages = useMessages('join', 'errors')
  const { changeSelf } = useSession()
  const [value, setValue] = useState(name)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      await changeSelf({ name: value })
      onDone()
    } catch (error) {
      setProblem(errorSentence(messages, error))
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (value.trim() === '') setProblem(messages.join.nameEmpty)
    else if (value.trim() === name) onDone()
    else void save()
  }
  return (
    <form onSubmit={submit} noValidate className={styles['pane']}>
      <Field label={messages.join.name} error={problem}>
        {(control) => (
          <TextInput
            {...control}
            value={value}
            maxLength={limits.personName}
            autoComplete="given-name"
            spellCheck={false}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="main" wide busy={busy}>
        {messages.common.save}
      </Button>
    </form>
  )
}
