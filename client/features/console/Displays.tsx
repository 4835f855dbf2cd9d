import { useState } from 'react'
import { ProjectorScreenIcon } from '@phosphor-icons/react/ProjectorScreen'
import type { LinkView, NetworkView } from '../../../shared/api.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { classNames } from '../../ui/classNames.ts'
import { plainAddress } from './plainAddress.ts'
import { LinkItem } from './LinkItem.tsx'
import { useForm } from './useForm.ts'
import styles from './console.module.css'

/** Links that pair a projector: made, copied, read aloud, ended. */
export function Displays({ network, reload }: { network: NetworkView; reload: () => Promise<void> }) {
  const { messages } = useLocale('console')
  const words = messages.console.displays
  const { api } = useSession()
  const [ending, setEnding] = useState<LinkView | null>(null)
  const links = network.links.filter((link) => link.role === 'display')
  const make = useForm(async () => {
    await api.post(`/api/networks/${network.id}/links`, { role: 'display' })
    await reload()
  })
  const end = useForm(async () => {
    if (ending) await api.delete(`/api/networks/${network.id}/links/${ending.id}`)
    setEnding(null)
    await reload()
  })
  return (
    <section className={classNames(styles.card, styles.displays)} aria-labelledby="console-displays">
      <h2 id="console-displays">{words.heading}</h2>
      <p className={styles.muted}>{words.lead}</p>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.id}>
            <LinkItem
              link={link}
              how={words.address(plainAddress(`${network.publicUrl.url}/lerret`))}
              qrLabel={`${words.qr}, ${link.code}`}
              end={{ label: words.endOf(link.code), words: words.end, onEnd: () => setEnding(link) }}
            />
          </li>
        ))}
      </ul>
      {make.problem && (
        <Notice kind="error" role="alert">
          {make.problem}
        </Notice>
      )}
      <Button wide onClick={make.run} busy={make.busy}>
        <ProjectorScreenIcon aria-hidden />
        {words.make}
      </Button>
      <Dialog open={ending !== null} title={words.endHeading} onClose={() => setEnding(null)}>
        <p>{words.endLead}</p>
        {end.problem && (
          <Notice kind="error" role="alert">
            {end.problem}
          </Notice>
        )}
        <div className={styles.buttons}>
          <Button look="main" onClick={end.run} busy={end.busy}>
            {words.end}
          </Button>
          <Button onClick={() => setEnding(null)}>{messages.common.cancel}</Button>
        </div>
      </Dialog>
    </section>
  )
}
