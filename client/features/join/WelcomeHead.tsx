import type { SecretView } from '../../../shared/api.ts'
import { formatDays } from '../../../shared/locale/dates.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { TeamMark } from '../../ui/TeamMark.tsx'
import styles from './WelcomeHead.module.css'

/** Where one has come: the gathering, its days, and the team of the card. */
export function WelcomeHead({ view }: { view: SecretView }) {
  const { messages, language } = useLocale('join')
  const words = messages.join
  const { gathering, networkName, team } = view
  const place = [networkName, gathering?.name].filter(Boolean).join(', ')
  const facts = [
    gathering && (formatDays(gathering.days, language) || words.days(gathering.dayCount)),
    gathering?.place,
    view.teamCount > 0 && words.teams(view.teamCount),
  ].filter(Boolean)
  const help =
    view.role === 'facilitator'
      ? view.firstFacilitator
        ? words.firstFacilitatorHelp
        : words.facilitatorWelcomeHelp
      : view.role === 'commenter'
        ? words.commenterWelcomeHelp
        : ''
  return (
    <>
      <h1>{view.role === 'facilitator' ? words.welcomeFacilitator : words.welcome}</h1>
      {place && (
        <p className={styles['where']}>
          <b>{place}</b>
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
        </p>
      )}
      {help && <p className={styles['help']}>{help}</p>}
      {team && (
        <div className={styles['team']}>
          <TeamMark number={team.number} size={48} />
          <p>
            <span>{words.yourTeam}</span>
            <b>{team.name}</b>
            {team.municipalities.length > 0 && <span>{team.municipalities.join(', ')}</span>}
          </p>
        </div>
      )}
    </>
  )
}
