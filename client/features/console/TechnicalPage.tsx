import { useCallback } from 'react'
import type { SessionView, TechnicalView } from '../../../shared/api.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { CareFrame } from './CareFrame.tsx'
import { ForFacilitators } from './ForFacilitators.tsx'
import { TechnicalPart } from './TechnicalPart.tsx'
import { TechnicalParts } from './TechnicalParts.tsx'
import { TechnicalSummary } from './TechnicalSummary.tsx'
import { useAsked } from './useAsked.ts'
import { timeInWords } from './whenInWords.ts'
import styles from './care.module.css'

const lookAgainMs = 5_000

/** `/styring/teknisk`: net, disk, people, backup and errors in plain words, and what to do when one is not well. */
export function TechnicalPage() {
  return <ForFacilitators>{(session) => <Technical session={session} />}</ForFacilitators>
}

function Technical({ session }: { session: SessionView }) {
  const messages = useMessages('care', 'errors')
  const words = messages.care.technical
  const { api } = useSession()
  const ask = useCallback(async () => api.get<TechnicalView>('/api/technical'), [api])
  const { answer, error, slow } = useAsked(ask, lookAgainMs)
  // Green that is only remembered must not look like green.
  const silent = error !== null || slow
  return (
    <CareFrame session={session} current="technical" title={words.heading} lead={words.lead}>
      <TechnicalSummary view={answer} silent={silent} />
      <div className={styles.parts}>
        {silent && (
          <TechnicalPart
            heading={words.silent.heading}
            level="wrong"
            sentence={error === null ? messages.care.slow : errorSentence(messages, error)}
            facts={[]}
            todo={words.silent.todo}
          />
        )}
        {answer && !silent && <TechnicalParts view={answer} />}
        {answer && silent && (
          <details className={styles.card}>
            <summary>{words.silent.before(timeInWords(answer.now, messages.care))}</summary>
            <div className={styles.parts}>
              <TechnicalParts view={answer} />
            </div>
          </details>
        )}
      </div>
    </CareFrame>
  )
}
