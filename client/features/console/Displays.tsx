import { useRef, useState } from 'react'
import { CopyIcon } from '@phosphor-icons/react/Copy'
import { ProjectorScreenIcon } from '@phosphor-icons/react/ProjectorScreen'
import type { LinkView, NetworkView } from '../../../shared/api.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { classNames } from '../../ui/classNames.ts'
import { copyFrom } from '../../ui/copyFrom.ts'
import { plainAddress } from './plainAddress.ts'
import { QrCode } from './QrCode.tsx'
import { useForm } from './useForm.ts'
import styles from './console.module.css'

/** Links that pair a projector: made, copied, read aloud, ended. */
export function Displays({ network, reload }: { network: NetworkView; reload: () => Promise<void> }) {
  const { messages } = useLocale()
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
            <DisplayLink link={link} address={network.publicUrl.url} onEnd={() => setEnding(link)} />
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

function DisplayLink({ link, address, onEnd }: { link: LinkView; address: string; onEnd: () => void }) {
  const { messages } = useLocale()
  const words = messages.console.displays
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<'copied' | 'selected' | null>(null)
  const [qr, setQr] = useState(false)
  return (
    <div className={styles.link}>
      <p>
        {words.address(plainAddress(`${address}/lerret`))} <b className={styles.code}>{link.code}</b>
      </p>
      <TextInput
        ref={field}
        readOnly
        value={link.url}
        aria-label={`${words.link}, ${link.code}`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.buttons}>
        <Button
          look="quiet"
          aria-label={`${words.copy}, ${link.code}`}
          onClick={() => field.current && setTold(copyFrom(field.current) ? 'copied' : 'selected')}
        >
          <CopyIcon aria-hidden />
          {words.copy}
        </Button>
        <Button look="quiet" aria-expanded={qr} onClick={() => setQr(!qr)}>
          {words.showQr}
        </Button>
        <Button look="quiet" onClick={onEnd} aria-label={words.endOf(link.code)}>
          {words.end}
        </Button>
      </div>
      <p role="status" className={styles.muted}>
        {told === 'copied' && words.copied}
        {told === 'selected' && words.selectAndCopy}
      </p>
      {qr && <QrCode text={link.url} label={`${words.qr}, ${link.code}`} className={styles.qr} />}
    </div>
  )
}
