import { LockIcon } from '@phosphor-icons/react/Lock'
import { LockOpenIcon } from '@phosphor-icons/react/LockOpen'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import type { StageHandle } from './useStage.ts'
import styles from './console.module.css'

/** «Tavlene hviler», on and off for all teams, with what it means. */
export function BoardsRest({ stage: { rest, ready, setRest } }: { stage: StageHandle }) {
  const words = useMessages('console').console.rest
  return (
    <section className={styles.card} aria-labelledby="console-rest">
      <h2 id="console-rest">{words.heading}</h2>
      <p className={styles.muted}>{words.lead}</p>
      <Button wide disabled={!ready} onClick={() => setRest(!rest)} look={rest ? 'main' : 'plain'}>
        {rest ? <LockOpenIcon aria-hidden /> : <LockIcon aria-hidden />}
        {rest ? words.off : words.on}
      </Button>
    </section>
  )
}
