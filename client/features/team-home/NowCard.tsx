import { ArrowRightIcon } from '@phosphor-icons/react/ArrowRight'
import { paths } from '../../app/paths.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import styles from './NowCard.module.css'

/** The sand card: what we do right now, in the facilitator's one sentence. */
export function NowCard({ teamId, sentence, reading }: { teamId: string; sentence: string; reading: boolean }) {
  const words = useMessages('team').team
  return (
    <section className={styles['now']}>
      <div>
        <p className={styles['when']}>{words.rightNow}</p>
        <h1>{sentence.trim() || words.nothingNow}</h1>
        {reading && <p className={styles['reading']}>{words.readOnly}</p>}
      </div>
      <ButtonLink look="main" big href={paths.goals(teamId)}>
        {reading ? words.seeGoalBoard : words.openGoalBoard}
        <ArrowRightIcon weight="bold" aria-hidden />
      </ButtonLink>
    </section>
  )
}
