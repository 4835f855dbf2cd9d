import { useState } from 'react'
import { PrinterIcon } from '@phosphor-icons/react/Printer'
import type { NetworkView, WayBackView } from '../../../shared/api.ts'
import { formatDays } from '../../../shared/locale/dates.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { plainAddress } from './plainAddress.ts'
import { QrCode } from './QrCode.tsx'
import { useForm } from './useForm.ts'
import console from './console.module.css'
import styles from './people.module.css'

/** A facilitator's own way in on another machine, made and shown once: nobody can look it up again. */
export function WayBack({ network }: { network: NetworkView }) {
  const { language, messages } = useLocale('console')
  const words = messages.console.people
  const { api } = useSession()
  const [made, setMade] = useState<WayBackView | null>(null)
  const { busy, problem, run } = useForm(async () => setMade(await api.post<WayBackView>('/api/session/way-back', {})))
  return (
    <div className={styles.once}>
      {made ? (
        <div className={styles.printed}>
          <p role="status">{words.wayBackOnce}</p>
          {/* A QR that only this machine could open is never shown. */}
          {network.publicUrl.reachable ? (
            <QrCode text={made.url} label={words.qr(made.code)} className={console.qr} />
          ) : (
            <p>{messages.console.cards.noQr}</p>
          )}
          <p>
            {words.address(plainAddress(network.publicUrl.url))} <b className={styles.bigCode}>{made.code}</b>
          </p>
          <p className={console.muted}>
            {words.wayBackUntil(
              formatDays([new Date(made.expiresAt).toLocaleDateString('sv')], language, { year: true }),
            )}
          </p>
        </div>
      ) : (
        <p>{words.wayBackLead}</p>
      )}
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      {made ? (
        <Button onClick={() => print()}>
          <PrinterIcon aria-hidden />
          {words.print}
        </Button>
      ) : (
        <Button look="main" onClick={run} busy={busy}>
          {words.makeWayBack}
        </Button>
      )}
    </div>
  )
}
