import { useState } from 'react'
import { KeyIcon } from '@phosphor-icons/react/Key'
import { PlusIcon } from '@phosphor-icons/react/Plus'
import type { LinkView, NetworkView, SessionView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { LinkItem } from './LinkItem.tsx'
import { NewPeopleLink } from './NewPeopleLink.tsx'
import { PersonRow } from './PersonRow.tsx'
import { plainAddress } from './plainAddress.ts'
import { useForm } from './useForm.ts'
import { WayBack } from './WayBack.tsx'
import console from './console.module.css'
import styles from './people.module.css'

type PeoplePanelProps = { session: SessionView; network: NetworkView; reload: () => Promise<void> }
export type PeopleRole = 'commenter' | 'facilitator'

/** Who is in the network beside the teams, the links they come in by, and one's own way back. */
export function PeoplePanel({ session, network, reload }: PeoplePanelProps) {
  const messages = useMessages('console')
  const words = messages.console.people
  const { api } = useSession()
  const [making, setMaking] = useState<PeopleRole | null>(null)
  const [ending, setEnding] = useState<LinkView | null>(null)
  const [wayBack, setWayBack] = useState(false)
  const [said, setSaid] = useState('')
  const end = useForm(async () => {
    if (ending) await api.delete(`/api/networks/${network.id}/links/${ending.id}`)
    setEnding(null)
    await reload()
  })
  const teamsOf = (teamIds: readonly string[]) =>
    teamIds.length === 0
      ? words.allTeams
      : network.teams
          .filter(({ id }) => teamIds.includes(id))
          .map(({ name }) => name)
          .join(', ')
  const onDone = async (sentence: string) => {
    setSaid(sentence)
    await reload()
  }
  const links = (role: PeopleRole) => network.links.filter((link) => link.role === role)
  const linkList = (role: PeopleRole) => (
    <ul className={console.links}>
      {links(role).map((link) => (
        <li key={link.id}>
          <LinkItem
            link={link}
            how={words.address(plainAddress(network.publicUrl.url))}
            {...(role === 'commenter' && { about: words.linkFor(teamsOf(link.teamIds)) })}
            qrLabel={words.qr(link.code)}
            end={{ label: words.endOf(link.code), words: messages.console.displays.end, onEnd: () => setEnding(link) }}
          />
        </li>
      ))}
    </ul>
  )
  return (
    <section className={console.card} aria-labelledby="console-people">
      <h2 id="console-people">{words.card}</h2>
      <div className={styles.section}>
        <h3>{words.commenters}</h3>
        <p className={console.muted}>{words.commenterLead}</p>
        <ul className={styles.people}>
          {network.commenters.map((person) => (
            <PersonRow
              key={person.personId}
              networkId={network.id}
              person={person}
              about={teamsOf(person.teamIds)}
              onDone={onDone}
            />
          ))}
        </ul>
        {linkList('commenter')}
        <Button wide onClick={() => setMaking('commenter')}>
          <PlusIcon aria-hidden />
          {words.newCommenter}
        </Button>
      </div>
      <div className={styles.section}>
        <h3>{words.facilitators}</h3>
        <ul className={styles.people}>
          {network.facilitators.map((person) => (
            <PersonRow
              key={person.personId}
              networkId={network.id}
              person={person}
              own={person.personId === session.personId}
              onDone={onDone}
            />
          ))}
        </ul>
        {linkList('facilitator')}
        <Button wide onClick={() => setMaking('facilitator')}>
          <PlusIcon aria-hidden />
          {words.newFacilitator}
        </Button>
        <Button wide onClick={() => setWayBack(true)}>
          <KeyIcon aria-hidden />
          {words.wayBack}
        </Button>
      </div>
      <p role="status" className={console.muted}>
        {said}
      </p>
      <Dialog
        open={making !== null}
        title={making === 'facilitator' ? words.newFacilitator : words.newCommenter}
        onClose={() => setMaking(null)}
      >
        {making && (
          <NewPeopleLink
            role={making}
            network={network}
            onMade={async () => {
              await reload()
              setMaking(null)
            }}
          />
        )}
      </Dialog>
      <Dialog open={wayBack} title={words.wayBack} onClose={() => setWayBack(false)}>
        <WayBack network={network} />
      </Dialog>
      <Dialog open={ending !== null} title={words.endHeading} onClose={() => setEnding(null)}>
        <p>{words.endLead}</p>
        {end.problem && (
          <Notice kind="error" role="alert">
            {end.problem}
          </Notice>
        )}
        <div className={console.buttons}>
          <Button look="main" onClick={end.run} busy={end.busy}>
            {messages.console.displays.end}
          </Button>
          <Button onClick={() => setEnding(null)}>{messages.common.cancel}</Button>
        </div>
      </Dialog>
    </section>
  )
}
