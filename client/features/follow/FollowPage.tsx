import { Suspense, useState } from 'react'
import type * as Y from 'yjs'
import { ChatCircleTextIcon } from '@phosphor-icons/react/ChatCircleText'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import type { SessionView } from '../../../shared/api.ts'
import { openStageDocument } from '../../../shared/schema/stage.ts'
import { useFetched } from '../../app/lazyPage.ts'
import { LoadingPage } from '../../app/LoadingPage.tsx'
import { homeOf, paths } from '../../app/paths.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { Button } from '../../ui/Button.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { BoardCard } from './BoardCard.tsx'
import { boardTitle } from './boardWords.ts'
import { FollowFrame } from './FollowFrame.tsx'
import { MarkedLater } from './MarkedLater.tsx'
import { readStage, type StageText } from './readStage.ts'
import { LaterWriteScreen } from './later.ts'
import styles from './boards.module.css'

const select = (doc: Y.Doc): StageText => readStage(openStageDocument(doc))

/** `/folg`: what is on the stage, as text first, and a way to write to the team. */
export function FollowPage({ session }: { session: SessionView }) {
  const { talk } = useMessages('talk')
  const m = talk.follow
  const open = useDocument(session.documents.stage ?? null)
  const stage = useSelect(open?.loaded ? open : null, select)
  // The stage goes on while somebody writes: what they write about stays what it was.
  const [writing, setWriting] = useState<NonNullable<StageText> | null>(null)
  const [sent, setSent] = useState<string | null>(null)
  usePageTitle(m.title)
  useFetched(LaterWriteScreen)
  if (writing) {
    return (
      <Suspense fallback={<LoadingPage />}>
        <LaterWriteScreen
          session={session}
          stage={writing}
          onClose={(said) => {
            setWriting(null)
            setSent(said)
          }}
        />
      </Suspense>
    )
  }
  return (
    <OnStage
      session={session}
      loaded={open?.loaded ?? false}
      stage={stage}
      sent={sent}
      onWrite={(about) => {
        setSent(null)
        setWriting(about)
      }}
    />
  )
}

type OnStageProps = {
  session: SessionView
  loaded: boolean
  stage: StageText
  sent: string | null
  onWrite: (stage: NonNullable<StageText>) => void
}

function OnStage({ session, loaded, stage, sent, onWrite }: OnStageProps) {
  const messages = useMessages('reading', 'talk')
  const m = messages.talk.follow
  const mine = stage !== null && session.documents.teams[stage.teamId] !== undefined
  const back = session.role === 'facilitator' ? paths.console : homeOf(session)
  const title = stage && boardTitle(stage.board, messages)
  return (
    <FollowFrame
      session={session}
      back={back}
      team={stage && { number: stage.teamNumber, name: stage.teamName }}
      title={stage ? m.onStage : m.title}
      offline={m.offline}
      footer={
        stage &&
        mine && (
          <div>
            <Button big wide onClick={() => onWrite(stage)}>
              <ChatCircleTextIcon aria-hidden />
              {messages.talk.write}
            </Button>
          </div>
        )
      }
    >
      <VisuallyHidden>
        <h1>{m.title}</h1>
      </VisuallyHidden>
      <VisuallyHidden role="status">{stage && title && m.updated(`${stage.teamName}, ${title}`)}</VisuallyHidden>
      <div role="status">
        {sent !== null && (
          <p className={styles['sent']}>
            <CheckCircleIcon size={24} weight="fill" aria-hidden />
            {sent}
          </p>
        )}
      </div>
      {stage === null && <Nothing loaded={loaded} gathering={session.documents.stage !== undefined} />}
      {stage && !mine && <BoardCard board={stage.board} />}
      {stage && mine && (
        <MarkedLater key={stage.teamId} teamId={stage.teamId}>
          <BoardCard board={stage.board} />
        </MarkedLater>
      )}
      {stage && !mine && <p className={styles['none']}>{m.otherTeam}</p>}
    </FollowFrame>
  )
}

function Nothing({ loaded, gathering }: { loaded: boolean; gathering: boolean }) {
  const m = useMessages('talk').talk.follow
  if (!gathering) return <p className={styles['none']}>{m.noGathering}</p>
  if (!loaded) return <p className={styles['none']}>{m.loading}</p>
  return (
    <section className={styles['board']}>
      <h2>{m.nothing}</h2>
      <p className={styles['none']}>{m.nothingHelp}</p>
    </section>
  )
}
