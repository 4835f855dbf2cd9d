import { useState } from 'react'
import type { NetworkView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import type { PeopleRole } from './PeoplePanel.tsx'
import { useForm } from './useForm.ts'
import forms from './forms.module.css'
import styles from './people.module.css'

type NewPeopleLinkProps = { role: PeopleRole; network: NetworkView; onMade: () => Promise<void> }

/** A new link for people beside the teams: user representatives for all teams or some, or another facilitator. */
export function NewPeopleLink({ role, network, onMade }: NewPeopleLinkProps) {
  const words = useMessages('console').console.people
  const { api } = useSession()
  const [all, setAll] = useState(true)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(false)
  // A team that was removed meanwhile is no choice any more.
  const teamIds = network.teams.map(({ id }) => id).filter((id) => chosen.has(id))
  const none = role === 'commenter' && !all && teamIds.length === 0
  const { busy, problem, onSubmit } = useForm(async () => {
    setAsked(true)
    if (none) return
    await api.post(`/api/networks/${network.id}/links`, {
      role,
      ...(role === 'commenter' && !all && { teamIds }),
    })
    await onMade()
  })
  return (
    <form className={forms.form} onSubmit={onSubmit} noValidate>
      <p>{role === 'commenter' ? words.commenterLead : words.facilitatorLead}</p>
      {role === 'commenter' && network.teams.length > 0 && (
        <>
          <SegmentedControl
            label={words.whichTeams}
            value={all ? 'all' : 'some'}
            onChange={(value) => setAll(value === 'all')}
            choices={[
              { value: 'all', label: words.allTeams },
              { value: 'some', label: words.someTeams },
            ]}
          />
          {!all && (
            <fieldset className={styles.teams}>
              <legend>{words.whichTeams}</legend>
              {network.teams.map((team) => (
                <label key={team.id} className={styles.check}>
                  <input
                    type="checkbox"
                    checked={chosen.has(team.id)}
                    onChange={(event) => {
                      const next = new Set(chosen)
                      if (event.target.checked) next.add(team.id)
                      else next.delete(team.id)
                      setChosen(next)
                    }}
                  />
                  {team.name}
                </label>
              ))}
            </fieldset>
          )}
        </>
      )}
      {(problem ?? (asked && none)) && (
        <Notice kind="error" role="alert">
          {problem ?? words.chooseOne}
        </Notice>
      )}
      <Button type="submit" look="main" busy={busy}>
        {words.makeLink}
      </Button>
    </form>
  )
}
