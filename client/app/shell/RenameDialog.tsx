import { useId, useState, type FormEvent } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './OwnPane.module.css'

/** Corrects one's own name, and the title that stands beside it; the others see it at once. */
export function RenameDialog(props: { open: boolean; session: SessionView; onClose: () => void }) {
  const words = useMessages('team').team
  return (
    <Dialog open={props.open} title={words.changeName} onClose={props.onClose}>
      <RenameForm session={props.session} onDone={props.onClose} />
    </Dialog>
  )
}

function RenameForm({ session, onDone }: { session: SessionView; onDone: () => void }) {
  const messages = useMessages('team', 'join', 'errors')
  const words = messages.team
  const { changeSelf } = useSession()
  const [name, setName] = useState(session.name)
  const [title, setTitle] = useState(session.title ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const titlesId = useId()
  const change = {
    ...(name.trim() === session.name ? {} : { name }),
    ...(title.trim() === (session.title ?? '') ? {} : { title }),
  }
  const save = async () => {
    setBusy(true)
    try {
      await changeSelf(change)
      onDone()
    } catch (error) {
      setProblem(errorSentence(messages, error))
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') setProblem(messages.join.nameEmpty)
    else if (Object.keys(change).length === 0) onDone()
    else void save()
  }
  return (
    <form onSubmit={submit} noValidate className={styles['pane']}>
      <Field label={messages.join.name} error={problem}>
        {(control) => (
          <TextInput
            {...control}
            value={name}
            maxLength={limits.personName}
            autoComplete="given-name"
            spellCheck={false}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.title} hint={words.titleHint}>
        {(control) => (
          <TextInput
            {...control}
            value={title}
            maxLength={limits.personTitle}
            autoComplete="off"
            list={titlesId}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <datalist id={titlesId}>
        {words.titles.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </datalist>
      <Button type="submit" look="main" wide busy={busy}>
        {messages.common.save}
      </Button>
    </form>
  )
}
