import { useLocation } from 'wouter'
import type { SecretView, SessionView } from '../../../shared/api.ts'
import { keepWaitingSecret } from '../../app/joinSecret.ts'
import { homeOf, paths } from '../../app/paths.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { WelcomeHead } from './WelcomeHead.tsx'
import styles from './Welcome.module.css'

type AlreadyHereProps = { view: SecretView; session: SessionView; onInstead: () => void }

/** Someone is signed in on this browser and opens another place's card: go on as who you are, or join here. */
export function AlreadyHere({ view, session, onInstead }: AlreadyHereProps) {
  const words = useMessages('join').join
  const [, navigate] = useLocation()
  const board = session.role === 'facilitator' && view.team && session.teamIds.includes(view.team.id) ? view.team : null
  const carryOn = () => {
    keepWaitingSecret(null)
    navigate(board ? paths.goals(board.id) : homeOf(session), { replace: true })
  }
  return (
    <>
      <WelcomeHead view={view} />
      <p className={styles['already']}>
        {words.alreadyIn(session.name)} {words.alreadyInHelp}
      </p>
      <div className={styles['stack']}>
        <Button look="main" big wide onClick={carryOn}>
          {board ? words.openAsFacilitator : words.carryOn(session.name)}
        </Button>
        <Button big wide onClick={onInstead}>
          {view.role === 'editor' ? words.joinHereInstead : words.join}
        </Button>
      </div>
    </>
  )
}
