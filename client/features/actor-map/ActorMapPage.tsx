import { documentId } from '../../../shared/document-id.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { ActorMapBoard } from './ActorMapBoard.tsx'
import styles from './ActorMapPage.module.css'

type ActorMapPageProps = { teamId: string; teamName: string; mapId?: string; actorId?: string; list?: boolean }

/** A team's actor maps: one of them as map or list, and the actor that is open. */
export function ActorMapPage({ teamId, teamName, mapId, actorId, list = false }: ActorMapPageProps) {
  const { map: m } = useMessages('map')
  const open = useDocument(documentId('team', teamId))
  const talk = useDocument(documentId('talk', teamId))
  usePageTitle(m.board)
  if (!open?.loaded) {
    return (
      <p role="status" className={styles['loading']}>
        {m.loading}
      </p>
    )
  }
  return (
    <ActorMapBoard
      key={teamId}
      teamId={teamId}
      teamName={teamName}
      asked={mapId ?? null}
      actorId={actorId ?? null}
      list={list}
      open={open}
      talk={talk}
    />
  )
}
