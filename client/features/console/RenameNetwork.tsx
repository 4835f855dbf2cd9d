import { useState } from 'react'
import { limits } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useForm } from './useForm.ts'
import styles from './forms.module.css'

type RenameNetworkProps = { network: { id: string; name: string }; onDone: () => Promise<void> }

/** Another name for the network; everyone sees it the next time their page asks. */
export function RenameNetwork({ network, onDone }: RenameNetworkProps) {
  const messages = useMessages('console', 'errors')
  const { api, refresh } = useSession()
  const [name, setName] = useState(network.name)
  const wanted = name.replace(/\s+/gu, ' ').trim()
  const { busy, problem, onSubmit } = useForm(async () => {
    if (wanted === '') return
    await api.patch(`/api/networks/${network.id}`, { name: wanted })
    await refresh()
    await onDone()
  })
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field
        label={messages.console.start.network}
        error={problem ?? (wanted === '' ? messages.errors.nameEmpty : null)}
      >
        {(control) => (
          <TextInput
            {...control}
            value={name}
            maxLength={limits.networkName}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="main" busy={busy} disabled={wanted === ''}>
        {messages.common.save}
      </Button>
    </form>
  )
}
