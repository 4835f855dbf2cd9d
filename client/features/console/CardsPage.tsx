import { useSearch } from 'wouter'
import { PrinterIcon } from '@phosphor-icons/react/Printer'
import type { SessionView } from '../../../shared/api.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { AddressBanner } from './AddressBanner.tsx'
import { ForFacilitators } from './ForFacilitators.tsx'
import { TeamCard } from './TeamCard.tsx'
import { useNetwork } from './useNetwork.ts'
import styles from './cards.module.css'

/** `/styring/kort`, or one team's by `?team=`: the table cards, two on each A4 sheet. */
export function CardsPage() {
  usePageTitle(useMessages('console').console.cards.title)
  return <ForFacilitators>{(session) => <Cards session={session} />}</ForFacilitators>
}

function Cards({ session }: { session: SessionView }) {
  const messages = useMessages('console', 'errors')
  const words = messages.console.cards
  const { view, error } = useNetwork(session)
  const one = new URLSearchParams(useSearch()).get('team')
  const teams = view?.teams.filter((team) => team.card && (one === null || team.id === one)) ?? []
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.screenOnly}>
        <ButtonLink look="quiet" href="/styring">
          ← {words.back}
        </ButtonLink>
        <div className={styles.bar}>
          <div>
            <h1>{words.heading}</h1>
            {teams.length > 0 && <p>{words.lead(teams.length)}</p>}
          </div>
          {one !== null && <ButtonLink href="/styring/kort">{words.all}</ButtonLink>}
          {teams.length > 0 && (
            <Button look="main" big onClick={() => print()}>
              <PrinterIcon aria-hidden />
              {words.print}
            </Button>
          )}
        </div>
        {view && <AddressBanner publicUrl={view.publicUrl} />}
        {!view && <p role="status">{error === null ? messages.common.loading : errorSentence(messages, error)}</p>}
        {view && teams.length === 0 && <Notice kind="info">{words.none}</Notice>}
      </div>
      <div className={styles.sheets}>
        {view && teams.map((team) => <TeamCard key={team.id} team={team} publicUrl={view.publicUrl} />)}
      </div>
    </main>
  )
}
