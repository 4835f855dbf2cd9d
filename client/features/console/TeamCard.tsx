import type { NetworkView, TeamView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { plainAddress } from './plainAddress.ts'
import { QrCode } from './QrCode.tsx'
import styles from './cards.module.css'

/** A team's card as it lies on the table, A5. A QR that only this machine could open is never printed. */
export function TeamCard({ team, publicUrl }: { team: TeamView; publicUrl: NetworkView['publicUrl'] }) {
  const words = useMessages('console').console.cards
  if (!team.card) return null
  const municipalities = team.municipalities.join(', ')
  const address = plainAddress(publicUrl.url)
  return (
    <article className={styles.card} aria-label={team.name}>
      <header className={styles.head}>
        <TeamMark number={team.number} size={64} />
        <div>
          <h2>{team.name}</h2>
          {municipalities !== team.name && <p>{municipalities}</p>}
        </div>
      </header>
      {publicUrl.reachable ? (
        <div className={styles.middle}>
          <div className={styles.steps}>
            <h3>{words.join}</h3>
            <ol>
              {words.steps(address).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </div>
          <QrCode text={team.card.url} label={words.qr(team.name)} className={styles.qr} />
        </div>
      ) : (
        <p className={styles.noQr}>{words.noQr}</p>
      )}
      <p className={styles.code}>
        <span>{words.code}</span> <b>{team.card.code}</b>
      </p>
      {publicUrl.reachable && <p className={styles.address}>{address}</p>}
      {publicUrl.reachable && <p className={styles.other}>{words.other}</p>}
    </article>
  )
}
