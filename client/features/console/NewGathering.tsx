import { useState } from 'react'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { gatheringBody } from './gatheringBody.ts'
import { emptyGathering, GatheringFields, isComplete } from './GatheringFields.tsx'
import { useForm } from './useForm.ts'
import styles from './forms.module.css'

/** The next gathering of a network: the same teams and boards, and the current one from now on. */
export function NewGathering({ networkId, onMade }: { networkId: string; onMade: () => Promise<void> }) {
  const messages = useMessages('console', 'errors')
  const words = messages.console
  const { api, refresh } = useSession()
  const [draft, setDraft] = useState(emptyGathering)
  const [asked, setAsked] = useState(false)
  const { busy, problem, onSubmit } = useForm(async () => {
    setAsked(true)
    if (!isComplete(draft)) return
    await api.post(`/api/networks/${networkId}/gatherings`, gatheringBody(draft))
    await refresh()
    await onMade()
  })
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <p>{words.gathering.newLead}</p>
      <GatheringFields
        draft={draft}
        nameError={asked && draft.name.trim() === '' ? messages.errors.nameEmpty : null}
        onChange={setDraft}
      />
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      <Button type="submit" look="main" busy={busy}>
        {busy ? words.start.working : words.gathering.submit}
      </Button>
    </form>
  )
}
