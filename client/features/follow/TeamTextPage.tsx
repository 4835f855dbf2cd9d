import { useCallback } from 'react'
import type * as Y from 'yjs'
import type { SessionView } from '../../../shared/api.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { paths } from '../../app/paths.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { useTeamName } from '../../hooks/useTeamName.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { CommentsPanel } from '../../ui/talk/CommentsPanel.tsx'
import { CommentMarks } from '../../ui/talk/CommentMarks.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { BoardCard } from './BoardCard.tsx'
import { FollowFrame } from './FollowFrame.tsx'
import { readTeam, type TeamText } from '../../../shared/select/team-text.ts'
import styles from './boards.module.css'

/** `/folg/team/<team>`: all of a team's boards as text, and what is said about each thing on them. */
export function TeamTextPage({ session, team }: { session: SessionView; team: SessionView['teams'][number] }) {
  const { talk: words, team: teamWords } = useMessages('team', 'talk')
  const m = words.follow
  const documents = session.documents.teams[team.id]
  const open = useDocument(documents?.team ?? null)
  const talk = useDocument(documents?.talk ?? null)
  const talkDoc = talk?.doc ?? null
  usePageTitle(team.name)
  useTeamName(session, team.id)
  // The talk only gives names and agreement here; a change of it alone is seen with the next change of a board.
  const select = useCallback(
    (doc: Y.Doc): TeamText | null => talkDoc && readTeam(openTeamDocument(doc), openTalkDocument(talkDoc)),
    [talkDoc],
  )
  const text = useSelect(open?.loaded && talk?.loaded ? open : null, select)
  return (
    <FollowFrame
      session={session}
      back={paths.teams}
      team={team}
      title={team.municipalities.join(', ') || teamWords.hospitalTeam}
      offline={m.offline}
    >
      <VisuallyHidden>
        <h1>{team.name}</h1>
      </VisuallyHidden>
      {!text ? (
        <p className={styles['none']} role="status">
          {m.loading}
        </p>
      ) : (
        <CommentMarks teamId={team.id}>
          {text.maps.map((board) => (
            <BoardCard key={board.mapId} board={board} />
          ))}
          {text.maps.length === 0 && <p className={styles['none']}>{m.noMaps}</p>}
          <BoardCard board={text.goals} />
          {text.phases.map((board) => (
            <BoardCard key={board.boardId} board={board} />
          ))}
          <div className={styles['board']}>
            <CommentsPanel teamId={team.id} subject={{ kind: 'team', id: team.id }} heading={m.aboutTeam} />
          </div>
        </CommentMarks>
      )}
      <div>
        <ButtonLink href={paths.team(team.id)}>{m.boards}</ButtonLink>
      </div>
    </FollowFrame>
  )
}
