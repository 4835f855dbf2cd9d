import { useState } from 'react'
import type { NetworkView, TeamView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { HiddenInTeam } from './HiddenInTeam.tsx'
import { PeopleOfTeam } from './PeopleOfTeam.tsx'
import { problemInWords } from './problemInWords.ts'
import { readMunicipalities, teamProblem } from './readTeamLines.ts'
import { useForm } from './useForm.ts'
import console from './console.module.css'
import styles from './forms.module.css'

type EditTeamProps = {
  network: NetworkView
  team: TeamView
  reload: () => Promise<void>
  onRemoved: (team: TeamView) => void
}

/** A team's name, municipalities and people; and taking the team away. */
export function EditTeam(props: EditTeamProps) {
  const { care } = useMessages('console').console.people
  return (
    <div className={styles.form}>
      <Names key={props.team.id} {...props} />
      <PeopleOfTeam {...props} />
      <div className={styles.buttons}>
        <ButtonLink href={`/styring/team/${props.team.id}`}>{care}</ButtonLink>
      </div>
      <HiddenInTeam teamId={props.team.id} />
      <RemoveTeam {...props} />
    </div>
  )
}

function Names({ network, team, reload }: EditTeamProps) {
  const messages = useMessages('console', 'errors')
  const words = messages.console
  const { api, refresh } = useSession()
  const [name, setName] = useState(team.name)
  const [municipalities, setMunicipalities] = useState(team.municipalities.join(', '))
  const [saved, setSaved] = useState(false)
  const next = { name: name.replace(/\s+/gu, ' ').trim(), municipalities: readMunicipalities(municipalities) }
  const wrong = teamProblem(next)
  const changed = next.name !== team.name || next.municipalities.join('\n') !== team.municipalities.join('\n')
  const { busy, problem, onSubmit } = useForm(async () => {
    if (wrong) return
    await api.patch(`/api/networks/${network.id}/teams/${team.id}`, next)
    await reload()
    await refresh()
    setSaved(true)
  })
  const error = wrong === 'nameMissing' ? messages.errors.nameEmpty : wrong && problemInWords(wrong, words.add.problem)
  const aboutName = wrong === 'nameMissing' || wrong === 'nameTooLong'
  const changing = (set: (text: string) => void) => (event: { target: { value: string } }) => {
    setSaved(false)
    set(event.target.value)
  }
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label={words.add.name} error={aboutName ? error : null}>
        {(control) => <TextInput {...control} value={name} autoComplete="off" onChange={changing(setName)} />}
      </Field>
      <Field label={words.add.municipalities} hint={words.add.municipalitiesHint} error={aboutName ? null : error}>
        {(control) => (
          <TextInput {...control} value={municipalities} autoComplete="off" onChange={changing(setMunicipalities)} />
        )}
      </Field>
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="main" busy={busy} disabled={!changed || wrong !== null}>
          {messages.common.save}
        </Button>
        <p role="status">{saved && !changed && words.people.saved}</p>
      </div>
    </form>
  )
}

function RemoveTeam({ network, team, reload, onRemoved }: EditTeamProps) {
  const messages = useMessages('console')
  const words = messages.console.people
  const { api, refresh } = useSession()
  const [asking, setAsking] = useState(false)
  const { busy, problem, run } = useForm(async () => {
    await api.delete(`/api/networks/${network.id}/teams/${team.id}`)
    onRemoved(team)
    await reload()
    await refresh()
  })
  if (!asking) {
    return (
      <div className={styles.buttons}>
        <Button onClick={() => setAsking(true)}>{words.removeTeam}</Button>
      </div>
    )
  }
  return (
    <div className={console.asking} role="group" aria-label={words.removeTeam}>
      <p>{words.removeTeamLead}</p>
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.buttons}>
        {/* It takes the focus: the button that was pressed is gone. */}
        <Button autoFocus look="main" onClick={run} busy={busy}>
          {words.removeTeam}
        </Button>
        <Button onClick={() => setAsking(false)}>{messages.common.cancel}</Button>
      </div>
    </div>
  )
}
