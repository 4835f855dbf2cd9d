import { useState, type FormEvent } from 'react'
import type { SecretView } from '../../../shared/api.ts'
import { AppError } from '../../../shared/errors.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './projector.module.css'

/** The only time that the projector has something to fill in: before it is paired, and after its link was ended. */
export function PairDisplay({ ended }: { ended: boolean }) {
  const messages = useMessages('projector', 'errors')
  const words = messages.projector.pair
  const { api, signIn } = useSession()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const pair = async () => {
    const secret = code.trim()
    // Looked at before it is used: a team's card typed here must not make this projector a member.
    const view = await api.post<SecretView>('/api/secrets/lookup', { secret })
    if (view.role !== 'display') return setProblem(words.wrongKind)
    await signIn({ secret })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy || code.trim() === '') return
    setBusy(true)
    setProblem(null)
    pair()
      .catch((error: unknown) => {
        const code = error instanceof AppError ? error.code : null
        if (code === 'secretUnknown') setProblem(words.wrongCode)
        else
          setProblem(code === 'secretEnded' || code === 'secretExpired' ? words.ended : errorSentence(messages, error))
      })
      .finally(() => setBusy(false))
  }
  return (
    <main className={`projector ${styles.screen} ${styles.pair}`}>
      <form onSubmit={submit}>
        <h1>{words.heading}</h1>
        <p>{ended ? words.ended : words.lead}</p>
        <Field label={words.label} error={problem}>
          {(control) => (
            <TextInput
              {...control}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={200}
            />
          )}
        </Field>
        <Button type="submit" look="main" big busy={busy}>
          {words.submit}
        </Button>
      </form>
    </main>
  )
}
