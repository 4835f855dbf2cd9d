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
import { useTalk } from '../../hooks/useTalk.ts'
import { BoardCards } from './BoardCards.tsx'
import { GatheringCard } from './GatheringCard.tsx'
import { MembersCard } from './MembersCard.tsx'
import { NowCard } from './NowCard.tsx'
import { newsOf, saidByOthers } from './news.ts'
import { NewsCard } from './NewsCard.tsx'
import { boardSummary, goalLines, mapSummary, phaseSummary, talkSummary } from './summary.ts'
import styles from './TeamHomePage.module.css'

const mostNews = 5

type TeamHomePageProps = { session: SessionView; team: SessionView['teams'][number] }

/** `/team/:id`: what we do right now, the way to the board, and who is in the team. */
export function TeamHomePage({ session, team }: TeamHomePageProps) {
  usePageTitle(useMessages('team').team.home, team.name)
  const ids = session.documents.teams[team.id]
  const board = useDocument(ids?.team ?? null)
  const talk = useDocument(ids?.talk ?? null)
  const gathering = useDocument(session.documents.gathering ?? null)
  const sentence = useSelect(gathering, (doc) => openGatheringDocument(doc).sentence.toString())
  const joined = useSelect(talk, (doc) => talkSummary(openTalkDocument(doc)))
  const summary = useSelect(board, (doc) => {
    const now = openTeamDocument(doc)
    return { goals: boardSummary(now), map: mapSummary(now), phases: phaseSummary(now) }
  })
  const lines = useMemo(() => (summary ? goalLines(summary.goals, joined) : []), [summary, joined])
  const voices = useTalk(team.id)
  const { comments, isOwn } = voices
  const said = useMemo(() => saidByOthers(comments, isOwn), [comments, isOwn])
  const news = useSelect(board, (doc) => newsOf(openTeamDocument(doc), said, mostNews))
  const { people } = usePresence(board)
  const loaded = board?.loaded ?? false
  return (
    <div className={styles['sheet']}>
      <div className={styles['left']}>
        <NowCard teamId={team.id} sentence={sentence ?? ''} reading={session.role === 'commenter'} />
        <BoardCards teamId={team.id} summary={loaded ? summary : null} lines={lines} />
        <NewsCard teamId={team.id} news={loaded ? (news ?? []) : []} talk={voices} />
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
