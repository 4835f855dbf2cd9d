import { useRef } from 'react'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './find.module.css'

/** Where a skip link leads. */
export const findTeamId = 'find-team'

type FindTeamProps = {
  text: string
  onText: (text: string) => void
  /** how many teams it finds, of all */
  found: number
  total: number
  /** Enter: on to the team that was meant */
  onGo: () => void
}

/** Makes the overview and the list short: the way to one team of many, without passing all the others. */
export function FindTeam({ text, onText, found, total, onGo }: FindTeamProps) {
  const words = useMessages('console').console.find
  const field = useRef<HTMLInputElement>(null)
  const typed = text.trim() !== ''
  return (
    <form
      role="search"
      aria-label={words.label}
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault()
        onGo()
      }}
    >
      <label htmlFor={findTeamId}>{words.label}</label>
      <TextInput
        id={findTeamId}
        ref={field}
        aria-describedby={`${findTeamId}-hint`}
        value={text}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onText('')
        }}
      />
      <p id={`${findTeamId}-hint`} hidden={typed}>
        {words.hint}
      </p>
      <p role="status">{typed && (found === 0 ? words.none : words.found(found, total))}</p>
      {typed && (
        <Button
          look="quiet"
          onClick={() => {
            onText('')
            field.current?.focus()
          }}
        >
          {words.all}
        </Button>
      )}
    </form>
  )
}
