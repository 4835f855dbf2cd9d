import { useRef, useState, type FormEvent } from 'react'
import { ArrowRightIcon } from '@phosphor-icons/react/ArrowRight'
import { useLocation } from 'wouter'
import type { SecretView, SessionView } from '../../../shared/api.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { keepCard, keepWaitingSecret } from '../../app/joinSecret.ts'
import { homeOf } from '../../app/paths.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { AlreadyHere } from './AlreadyHere.tsx'
import { IsItYou } from './IsItYou.tsx'
import { Members } from './Members.tsx'
import { sameName } from './sameName.ts'
import { WayIn } from './WayIn.tsx'
import { WelcomeHead } from './WelcomeHead.tsx'
import styles from './Welcome.module.css'

type WelcomeProps = {
  secret: string
  view: SecretView
  /** whoever is signed in on this browser already, elsewhere */
  session: SessionView | null
  onOtherCode: () => void
}

/** The card fits: where one is, and the one question: what do you want to be called? */
export function Welcome({ secret, view, session, onOtherCode }: WelcomeProps) {
  const messages = useMessages('join', 'errors')
  const words = messages.join
  const { signIn } = useSession()
  const [, navigate] = useLocation()
  const nameInput = useRef<HTMLInputElement>(null)
  const [instead, setInstead] = useState(false)
  const [name, setName] = useState('')
  const [namesake, setNamesake] = useState<SecretView['members'][number] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const enter = async (as: { name?: string; personId?: string }) => {
    setBusy(true)
    setProblem(null)
    try {
      const joined = await signIn({ secret, ...as })
      keepWaitingSecret(null)
      if (view.role === 'editor') keepCard(secret)
      navigate(homeOf(joined), { replace: true })
    } catch (error) {
      setProblem(errorSentence(messages, error))
      setNamesake(null)
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const chosen = name.trim()
    if (chosen === '') {
      setProblem(words.nameEmpty)
      nameInput.current?.focus()
      return
    }
    const taken = view.members.find((member) => sameName(member.name, chosen))
    if (taken) return setNamesake(taken)
    void enter({ name: chosen })
  }

  if (session && !instead) {
    return <AlreadyHere view={view} session={session} onInstead={() => setInstead(true)} />
  }
  if (view.wayBackFor !== null) {
    return <WayIn view={view} name={view.wayBackFor} busy={busy} problem={problem} onEnter={() => void enter({})} />
  }
  if (namesake) {
    return (
      <IsItYou
        name={namesake.name}
        busy={busy}
        onYes={() => void enter({ name: namesake.name, personId: namesake.personId })}
        onNo={() => void enter({ name: name.trim() })}
        onBack={() => setNamesake(null)}
      />
    )
  }
  return (
    <>
      <WelcomeHead view={view} />
      <form onSubmit={submit} noValidate className={styles['form']}>
        <Field label={words.name} hint={words.nameHint} error={problem}>
          {(control) => (
            <TextInput
              {...control}
              ref={nameInput}
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={limits.personName}
              autoComplete="given-name"
              autoCapitalize="words"
              spellCheck={false}
              enterKeyHint="go"
              // The one thing to fill in on this page; with names to choose from, those come first.
              autoFocus={view.members.length === 0}
            />
          )}
        </Field>
        <div className={view.members.length === 0 ? styles['last'] : undefined}>
          <Button type="submit" look="main" big wide busy={busy}>
            {busy ? words.joining : words.join}
            {!busy && <ArrowRightIcon weight="bold" aria-hidden />}
          </Button>
        </div>
        {view.members.length > 0 && (
          <Members
            members={view.members}
            busy={busy}
            onChoose={({ personId, name: known }) => void enter({ name: known, personId })}
          />
        )}
        {view.role === 'editor' && (
          <Button look="quiet" onClick={onOtherCode}>
            {words.otherCode}
          </Button>
        )}
      </form>
    </>
  )
}
