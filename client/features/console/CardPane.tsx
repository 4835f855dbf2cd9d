import { useState } from 'react'
import { PrinterIcon } from '@phosphor-icons/react/Printer'
import type { NetworkView, TeamView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TeamCard } from './TeamCard.tsx'
import { useForm } from './useForm.ts'
import styles from './console.module.css'

/** One team's card: seen, printed, replaced, ended. What can't be undone says first, in one sentence, what happens. */
export function CardPane({
  network,
  team,
  reload,
}: {
  network: NetworkView
  team: TeamView
  reload: () => Promise<void>
}) {
  const messages = useMessages('console')
  const words = messages.console.card
  const { api } = useSession()
  const [asking, setAsking] = useState<'rotate' | 'end' | null>(null)
  const [rotated, setRotated] = useState(false)
  // The button that had the focus is gone when the question is answered: the first of the others takes it.
  const [answered, setAnswered] = useState(false)
  const path = `/api/networks/${network.id}/teams/${team.id}/card`
  const { busy, problem, run } = useForm(async () => {
    if (asking === 'end') await api.delete(path)
    else await api.post(path, {})
    await reload()
    setRotated(asking !== 'end')
    setAnswered(true)
    setAsking(null)
  })
  return (
    <div className={styles.cardPane}>
      <p role="status">{team.card ? (rotated ? words.rotated : words.lead) : words.ended}</p>
      {team.card && <TeamCard team={team} publicUrl={network.publicUrl} />}
      {problem && (
        <Notice kind="error" role="alert">
          {problem}
        </Notice>
      )}
      {asking ? (
        <div className={styles.asking} role="group" aria-label={asking === 'end' ? words.end : words.rotate}>
          <p>{asking === 'end' ? words.endLead : words.rotateLead}</p>
          <div className={styles.buttons}>
            {/* It takes the focus: the button that was pressed is gone. */}
            <Button autoFocus look="main" onClick={run} busy={busy}>
              {asking === 'end' ? words.end : words.rotate}
            </Button>
            <Button
              onClick={() => {
                setAnswered(true)
                setAsking(null)
              }}
            >
              {messages.common.cancel}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.buttons}>
          {team.card ? (
            <>
              <ButtonLink look="main" href={`/styring/kort?team=${team.id}`}>
                <PrinterIcon aria-hidden />
                {words.print}
              </ButtonLink>
              <Button autoFocus={answered} onClick={() => setAsking('rotate')}>
                {words.rotate}
              </Button>
              <Button onClick={() => setAsking('end')}>{words.end}</Button>
            </>
          ) : (
            <Button look="main" autoFocus={answered} onClick={run} busy={busy}>
              {words.make}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
