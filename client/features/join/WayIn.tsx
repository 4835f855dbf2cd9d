import { ArrowRightIcon } from '@phosphor-icons/react/ArrowRight'
import type { SecretView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { WelcomeHead } from './WelcomeHead.tsx'
import styles from './Welcome.module.css'

type WayInProps = { view: SecretView; name: string; busy: boolean; problem: string | null; onEnter: () => void }

/** Somebody's own way back: whose it is stands there already, and nothing is asked. */
export function WayIn({ view, name, busy, problem, onEnter }: WayInProps) {
  const { join: words } = useMessages('join')
  return (
    <>
      <WelcomeHead view={view} />
      {problem !== null && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles['stack']}>
        <Button look="main" big wide busy={busy} onClick={onEnter}>
          {busy ? words.joining : words.enterAs(name)}
          {!busy && <ArrowRightIcon weight="bold" aria-hidden />}
        </Button>
      </div>
    </>
  )
}
