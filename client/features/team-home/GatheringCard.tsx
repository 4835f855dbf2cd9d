import type { SessionView } from '../../../shared/api.ts'
import { formatDays } from '../../../shared/locale/dates.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import styles from './TeamHomePage.module.css'
import own from './GatheringCard.module.css'

type GatheringCardProps = { session: SessionView; team: SessionView['teams'][number] }

/** Which gathering this is, when and where; and the team's municipalities. */
export function GatheringCard({ session, team }: GatheringCardProps) {
  const { messages, language } = useLocale('team')
  const words = messages.team
  const { gathering, networkName } = session
  const days = gathering && (formatDays(gathering.days, language, { year: true }) || words.noDates(gathering.dayCount))
  return (
    <section className={styles['card']}>
      <h2>{gathering?.name ?? networkName ?? words.gathering}</h2>
      <p className={own['facts']}>
        {gathering && networkName && <span>{networkName}</span>}
        {days && <span>{days}</span>}
        {gathering?.place && <span>{gathering.place}</span>}
      </p>
      <p className={own['team']}>
        <b>{messages.common.team(team.number, team.name)}</b>
        <span>{team.municipalities.length > 0 ? team.municipalities.join(', ') : words.hospitalTeam}</span>
      </p>
    </section>
  )
}
