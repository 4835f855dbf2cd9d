import { useRef, useState, type FormEvent } from 'react'
import { ArrowRightIcon } from '@phosphor-icons/react/ArrowRight'
import { PresentationIcon } from '@phosphor-icons/react/Presentation'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CodeInput } from './CodeInput.tsx'
import { codeLength, showCode } from './typedCode.ts'
import styles from './CodeForm.module.css'

type CodeFormProps = {
  /** what stays in the field after a code that did not fit */
  letters: string
  onLetters: (letters: string) => void
  problem: string | null
  /** why the link that brought someone here opens nothing */
  linkProblem: string | null
  busy: boolean
  onSecret: (secret: string) => void
}

/** The first step without a card to scan: type its code. */
export function CodeForm({ letters, onLetters, problem, linkProblem, busy, onSecret }: CodeFormProps) {
  const words = useMessages('join').join
  const input = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const [facilitatorShown, setFacilitatorShown] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    input.current?.focus()
    if (busy) return
    if (letters.length < codeLength) {
      setMissing(letters === '' ? words.codeEmpty : words.codeShort(codeLength - letters.length))
      return
    }
    setMissing(null)
    onSecret(showCode(letters))
  }
  return (
    <>
      <h1 className={styles['title']}>{words.title}</h1>
      {linkProblem !== null && (
        <Notice kind="error" role="alert" className={styles['link']}>
          {linkProblem}
        </Notice>
      )}
      <p className={styles['help']}>{words.codeHelp}</p>
      <form onSubmit={submit} noValidate className={styles['form']}>
        <Field label={words.code} error={missing ?? problem}>
          {(control) => (
            <CodeInput
              {...control}
              inputRef={input}
              letters={letters}
              onLetters={(next) => {
                setMissing(null)
                onLetters(next)
              }}
              onSecret={onSecret}
            />
          )}
        </Field>
        <Button type="submit" look="main" big wide busy={busy}>
          {words.continue}
          <ArrowRightIcon weight="bold" aria-hidden />
        </Button>
      </form>
      <p className={styles['qr']}>{words.qrHelp}</p>
      <Button
        wide
        className={styles['facilitator']}
        aria-expanded={facilitatorShown}
        onClick={() => setFacilitatorShown(!facilitatorShown)}
      >
        <PresentationIcon aria-hidden />
        {words.facilitator}
      </Button>
      <div role="status">{facilitatorShown && <Notice kind="info">{words.facilitatorHelp}</Notice>}</div>
    </>
  )
}
