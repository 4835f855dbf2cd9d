import { useState } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import { openStageDocument } from '../../../shared/schema/stage.ts'
import { stageView } from '../../../shared/select/stage.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useConnectionState, useDocument } from '../../hooks/useDocument.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { useSession } from '../../session.tsx'
import { GoalStage } from './GoalStage.tsx'
import { IdleStage } from './IdleStage.tsx'
import { MapStage } from './MapStage.tsx'
import { PairDisplay } from './PairDisplay.tsx'
import { PhaseStage } from './PhaseStage.tsx'
import { StageMessage } from './StageMessage.tsx'
import { useFollowGathering } from './useFollowGathering.ts'
import { useProjectorRoot, useRestingPointer, useWakeLock } from './useScreen.ts'

/** `/lerret`: what the hall sees. Driven from the console; nothing here can be pressed once it is paired. */
export function ProjectorPage() {
  const ready = useProjectorRoot()
  const messages = useMessages('projector')
  usePageTitle(messages.projector.title)
  const { state } = useSession()
  // An ended link is told as one; a display that never was paired has lost nothing.
  const [wasPaired, setWasPaired] = useState(false)
  if (state.kind === 'signedIn' && !wasPaired) setWasPaired(true)
  if (!ready) return null
  switch (state.kind) {
    case 'loading':
      return <StageMessage text={messages.common.loading} />
    case 'unreachable':
      return <StageMessage text={messages.projector.noNet} />
    case 'signedOut':
      return <PairDisplay ended={wasPaired} />
    case 'signedIn':
      return state.session.role === 'display' ? (
        <PairedDisplay session={state.session} />
      ) : (
        <PairDisplay ended={false} />
      )
  }
}

function PairedDisplay({ session }: { session: SessionView }) {
  useRestingPointer()
  useWakeLock()
  const messages = useMessages('projector').projector
  const open = useDocument(session.documents.stage ?? null)
  const view = useSelect(open, (doc) => stageView(openStageDocument(doc)))
  const connection = useConnectionState(open)
  useFollowGathering(session, connection)
  const offlineSince = connection?.phase === 'offline' ? (connection.since ?? null) : null
  if (!session.documents.stage) return <StageMessage text={messages.noGathering} />
  if (!view || !open?.loaded) return <IdleStage session={session} offlineSince={offlineSince} />
  switch (view.show.kind) {
    case 'nothing':
      return <IdleStage session={session} offlineSince={offlineSince} />
    case 'goals':
      return <GoalStage show={view.show} sections={view.sections} session={session} offlineSince={offlineSince} />
    case 'map':
      return <MapStage show={view.show} view={view} offlineSince={offlineSince} />
    case 'phases':
      return <PhaseStage show={view.show} phases={view.phases} offlineSince={offlineSince} />
  }
}
