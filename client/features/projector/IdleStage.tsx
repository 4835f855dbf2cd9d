import type { SessionView } from '../../../shared/api.ts'
import { formatDays } from '../../../shared/locale/dates.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { StageFooter } from './StageFooter.tsx'
import styles from './projector.module.css'

/** Nothing on the stage: which gathering this is, and how to join. */
export function IdleStage({ session, offlineSince }: { session: SessionView; offlineSince: number | null }) {
  const { language, messages } = useLocale('projector')
  const words = messages.projector
  const gathering = session.gathering
  const days = gathering && (formatDays(gathering.days, language, { year: true }) || words.days(gathering.dayCount))
  const address = addressForOthers(location)
  return (
    <div className={`projector ${styles.screen} ${styles.idle}`}>
      <main>
        <p className={styles.network}>{session.networkName}</p>
        <h1>{gathering?.name}</h1>
        <p className={styles.days}>{[days, gathering?.place].filter(Boolean).join(' · ')}</p>
        <section className={styles.join}>
          <h2>{words.join.heading}</h2>
          <ol>
            <li>
              {words.join.scan} {address ? words.join.type(address) : words.join.typeNoAddress}
            </li>
            <li>{words.join.name}</li>
          </ol>
        </section>
      </main>
      <StageFooter legend={null} page={0} pages={1} offlineSince={offlineSince} />
    </div>
  )
}

/** The address to read aloud, or null when this display stands on the server's own machine under a name only it knows. */
export function addressForOthers(at: Pick<Location, 'hostname' | 'host'>): string | null {
  return /^(localhost|127\.|\[?::1\]?$|0\.0\.0\.0)/u.test(at.hostname) ? null : at.host
}
