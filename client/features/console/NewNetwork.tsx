import { useState } from 'react'
import { limits } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { gatheringBody } from './gatheringBody.ts'
import { emptyGathering, GatheringFields, isComplete } from './GatheringFields.tsx'
import { useForm } from './useForm.ts'
import styles from './forms.module.css'

/** One short form: the network and its first gathering. */
export function NewNetwork({ onMade }: { onMade?: () => void }) {
  const messages = useMessages('console', 'errors')
  const words = messages.console.start
  const { api, refresh } = useSession()
  const [name, setName] = useState('')
  const [draft, setDraft] = useState(emptyGathering)
  const [asked, setAsked] = useState(false)
  // If the gathering could not be made, the network is there: the second try must not make another.
  const [networkId, setNetworkId] = useState<string | null>(null)
  const complete = name.trim() !== '' && isComplete(draft)
  const { busy, problem, onSubmit } = useForm(async () => {
    setAsked(true)
    if (!complete) return
    const id = networkId ?? (await api.post<{ id: string }>('/api/networks', { name })).id
    setNetworkId(id)
    await api.post(`/api/networks/${id}/gatherings`, gatheringBody(draft))
    await refresh()
    onMade?.()
  })
  const missing = (value: string) => (asked && value.trim() === '' ? messages.errors.nameEmpty : null)
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label={words.network} hint={words.networkHint} error={missing(name)}>
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
      <GatheringFields draft={draft} nameError={missing(draft.name)} onChange={setDraft} />
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      <Button type="submit" look="main" big busy={busy}>
        {busy ? words.working : words.submit}
      </Button>
    </form>
  )
}
