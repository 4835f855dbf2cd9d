import { useId, useMemo, useState } from 'react'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { problemInWords } from './problemInWords.ts'
import { readMunicipalities, readTeamLines, teamProblem, type NewTeam, type TeamLine } from './readTeamLines.ts'
import { useForm } from './useForm.ts'
import styles from './forms.module.css'

type AddTeamsProps = { networkId: string; known: readonly string[]; onAdded: (sentence: string) => Promise<void> }

/** One team, or a whole list pasted. Nothing is added before one has seen how the list was read. */
export function AddTeams(props: AddTeamsProps) {
  const words = useMessages('console').console.add
  const [mode, setMode] = useState<'one' | 'list'>('one')
  return (
    <>
      <SegmentedControl
        label={words.mode}
        value={mode}
        onChange={setMode}
        choices={[
          { value: 'one', label: words.one },
          { value: 'list', label: words.list },
        ]}
      />
      {mode === 'one' ? <OneTeam {...props} /> : <TeamListForm {...props} />}
    </>
  )
}

function OneTeam({ networkId, onAdded }: AddTeamsProps) {
  const messages = useMessages('console', 'errors')
  const words = messages.console.add
  const { api } = useSession()
  const [name, setName] = useState('')
  const [municipalities, setMunicipalities] = useState('')
  const [asked, setAsked] = useState(false)
  const team: NewTeam = { name: name.replace(/\s+/gu, ' ').trim(), municipalities: readMunicipalities(municipalities) }
  const wrong = teamProblem(team)
  const { busy, problem, onSubmit } = useForm(async () => {
    setAsked(true)
    if (wrong) return
    await api.post(`/api/networks/${networkId}/teams`, { teams: [team] })
    setName('')
    setMunicipalities('')
    setAsked(false)
    await onAdded(words.addedOne(team.name))
  })
  const nameError = wrong === 'nameMissing' ? messages.errors.nameEmpty : wrong && problemInWords(wrong, words.problem)
  const aboutName = wrong === 'nameMissing' || wrong === 'nameTooLong'
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label={words.name} error={asked && aboutName ? nameError : null}>
        {(control) => (
          <TextInput {...control} value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field
        label={words.municipalities}
        hint={words.municipalitiesHint}
        error={asked && !aboutName && wrong ? problemInWords(wrong, words.problem) : null}
      >
        {(control) => (
          <TextInput
            {...control}
            value={municipalities}
            autoComplete="off"
            onChange={(event) => setMunicipalities(event.target.value)}
          />
        )}
      </Field>
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      <Button type="submit" look="main" busy={busy}>
        {words.submitOne}
      </Button>
    </form>
  )
}

function TeamListForm({ networkId, known, onAdded }: AddTeamsProps) {
  const words = useMessages('console').console.add
  const { api } = useSession()
  const [text, setText] = useState('')
  const lines = useMemo(() => readTeamLines(text, known), [text, known])
  const teams = lines.flatMap((line) => line.team ?? [])
  const { busy, problem, onSubmit } = useForm(async () => {
    if (teams.length === 0) return
    await api.post(`/api/networks/${networkId}/teams`, { teams })
    setText('')
    await onAdded(words.addedMany(teams.length))
  })
  const skipped = lines.length - teams.length
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label={words.listLabel} hint={words.listHint}>
        {(control) => (
          <textarea
            {...control}
            className={styles.area}
            value={text}
            placeholder={words.listExample}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {lines.length > 0 && <Preview lines={lines} />}
      <p className={styles.muted} role="status">
        {skipped > 0 && words.skipped(skipped)}
      </p>
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      <Button type="submit" look="main" busy={busy} disabled={teams.length === 0}>
        {words.submitMany(teams.length)}
      </Button>
    </form>
  )
}

function Preview({ lines }: { lines: readonly TeamLine[] }) {
  const messages = useMessages('console').console
  const words = messages.add
  const id = useId()
  return (
    <div>
      <h3 id={id}>{words.preview}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <ul className={styles.preview} aria-labelledby={id} tabIndex={0}>
        {lines.map((line) =>
          line.team ? (
            <li key={line.line} className={styles.fine}>
              <CheckCircleIcon weight="fill" aria-hidden />
              <span>
                <b>{line.team.name}</b>
                <small>{line.team.municipalities.join(', ') || messages.teams.noMunicipalities}</small>
              </span>
            </li>
          ) : (
            <li key={line.line} className={styles.bad}>
              <WarningCircleIcon weight="fill" aria-hidden />
              <span>
                {words.line(line.line)}: {line.text}
                <small>{problemInWords(line.problem, words.problem)}</small>
              </span>
            </li>
          ),
        )}
      </ul>
    </div>
  )
}
