import { useMemo } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { usePresence } from '../../hooks/usePresence.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { GatheringCard } from './GatheringCard.tsx'
import { GoalBoardCard } from './GoalBoardCard.tsx'
import { MembersCard } from './MembersCard.tsx'
import { NowCard } from './NowCard.tsx'
import { boardSummary, goalLines, talkSummary } from './summary.ts'
import styles from './TeamHomePage.module.css'

type TeamHomePageProps = { session: SessionView; team: SessionView['teams'][number] }

/** `/team/:id`: what we do right now, the way to the board, and who is in the team. */
export function TeamHomePage({ session, team }: TeamHomePageProps) {
  usePageTitle(useMessages().team.home, team.name)
  const ids = session.documents.teams[team.id]
  const board = useDocument(ids?.team ?? null)
  const talk = useDocument(ids?.talk ?? null)
  const gathering = useDocument(session.documents.gathering ?? null)
  const sentence = useSelect(gathering, (doc) => openGatheringDocument(doc).sentence.toString())
  const joined = useSelect(talk, (doc) => talkSummary(openTalkDocument(doc)))
  const summary = useSelect(board, (doc) => boardSummary(openTeamDocument(doc)))
  const lines = useMemo(() => (summary ? goalLines(summary, joined) : []), [summary, joined])
  const { people } = usePresence(board)
  const loaded = board?.loaded ?? false
  return (
    <div className={styles['sheet']}>
      <div className={styles['left']}>
        <NowCard teamId={team.id} sentence={sentence ?? ''} reading={session.role === 'commenter'} />
        <GoalBoardCard
          teamId={team.id}
          summary={loaded ? summary : null}
          lines={lines}
          mayWrite={session.role === 'editor' || session.role === 'facilitator'}
        />
      </div>
      <div className={styles['right']}>
        <GatheringCard session={session} team={team} />
        <MembersCard
          members={talk?.loaded && joined ? joined.members : null}
          here={[session.personId, ...people.map(({ personId }) => personId)]}
          personId={session.personId}
        />
      </div>
    </div>
  )
}
