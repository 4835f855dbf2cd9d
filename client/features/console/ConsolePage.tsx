import { useEffect, useState } from 'react'
import type { NetworkView, SessionView, TeamView } from '../../../shared/api.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useConnectionState, useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { AddressBanner } from './AddressBanner.tsx'
import { AddTeams } from './AddTeams.tsx'
import { BoardsRest } from './BoardsRest.tsx'
import { CardPane } from './CardPane.tsx'
import { ConsoleBar } from './ConsoleBar.tsx'
import { Displays } from './Displays.tsx'
import { ForFacilitators } from './ForFacilitators.tsx'
import { GatheringPanel } from './GatheringPanel.tsx'
import { EditTeam } from './EditTeam.tsx'
import { FindTeam } from './FindTeam.tsx'
import { findTeams, manyTeams } from './findTeams.ts'
import { NewNetwork } from './NewNetwork.tsx'
import { NowSentence } from './NowSentence.tsx'
import { Overview } from './Overview.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { RemovedTeams } from './RemovedTeams.tsx'
import { StagePanel } from './StagePanel.tsx'
import { goToRow, TeamList } from './TeamList.tsx'
import { useNetwork } from './useNetwork.ts'
import { useOnline } from './useOnline.ts'
import { shownTeamId, useStage } from './useStage.ts'
import { useStageName } from './useStageName.ts'
import { useSummaries } from './useSummaries.ts'
import styles from './console.module.css'

/** `/styring`: the facilitators' page. */
export function ConsolePage() {
  usePageTitle(useMessages('console').console.title)
  return (
    <ForFacilitators>
      {(session) =>
        session.networkId ? (
          <Network key={session.networkId} session={session} networkId={session.networkId} />
        ) : (
          <FirstNetwork session={session} />
        )
      }
    </ForFacilitators>
  )
}

function FirstNetwork({ session }: { session: SessionView }) {
  const words = useMessages('console').console.start
  return (
    <>
      <ConsoleBar session={session} online={null} stageName={null} />
      <main id="content" tabIndex={-1} className={styles.first}>
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
        <div className={styles.card}>
          <NewNetwork />
        </div>
      </main>
    </>
  )
}

function Network({ session, networkId }: { session: SessionView; networkId: string }) {
  const messages = useMessages('console', 'errors')
  const words = messages.console
  const { api } = useSession()
  const { view: network, error, reload } = useNetwork(session)
  const gathering = useDocument(session.documents.gathering ?? null)
  const overview = useDocument(session.documents.overview ?? null)
  const online = useOnline(api, networkId, overview)
  const stage = useStage(gathering)
  // Another facilitator has made a new gathering: the session is asked for by who watches the lines; this by us.
  const ended = useConnectionState(gathering)?.phase === 'ended'
  useEffect(() => {
    if (ended) void reload()
  }, [ended, reload])
  const summaries = useSummaries(overview)
  const stageName = useStageName(stage.choice, network?.teams)
  return (
    <>
      <ConsoleBar
        session={session}
        online={online}
        stageName={stageName}
        rest={stage.rest}
        mayFind={(network?.teams.length ?? 0) > manyTeams}
      />
      <main id="content" tabIndex={-1} className={styles.console}>
        <h1 className={styles.hiddenHeading}>{words.title}</h1>
        {network === null ? (
          <div className={styles.lonely}>
            <p role="status">
              {error === null ? words.loading : `${words.loadFailed} ${errorSentence(messages, error)}`}
            </p>
            {error !== null && <Button onClick={() => void reload()}>{messages.common.tryAgain}</Button>}
          </div>
        ) : (
          <Panels session={session} network={network} reload={reload} parts={{ gathering, online, stage, summaries }} />
        )}
      </main>
    </>
  )
}

type Parts = {
  gathering: ReturnType<typeof useDocument>
  online: ReturnType<typeof useOnline>
  stage: ReturnType<typeof useStage>
  summaries: ReturnType<typeof useSummaries>
}

function Panels({
  session,
  network,
  reload,
  parts: { gathering, online, stage, summaries },
}: {
  session: SessionView
  network: NetworkView
  reload: () => Promise<void>
  parts: Parts
}) {
  const words = useMessages('console').console
  const [adding, setAdding] = useState(false)
  const [cardOf, setCardOf] = useState<string | null>(null)
  const [editedId, setEditedId] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const [wanted, setWanted] = useState('')
  const many = network.teams.length > manyTeams
  const { found, best } = findTeams(network.teams, many ? wanted : '')
  // What fits nothing hides nothing: nobody is to think that the teams are gone.
  const teams = found.length > 0 ? found : network.teams
  const editedTeam = network.teams.find((team) => team.id === editedId)
  // Looked up anew at each answer: another facilitator may have changed the card meanwhile.
  const cardTeam: TeamView | undefined = network.teams.find((team) => team.id === cardOf)
  return (
    <>
      <div className={styles.banners}>
        <AddressBanner publicUrl={network.publicUrl} />
      </div>
      <div className={styles.panels}>
        <StagePanel teams={network.teams} stage={stage} displays={online?.displays ?? null} summaries={summaries} />
        <NowSentence open={gathering} />
        <div className={styles.left}>
          {many && (
            <FindTeam
              text={wanted}
              onText={setWanted}
              found={found.length}
              total={network.teams.length}
              onGo={() => best && goToRow(best.id)}
            />
          )}
          <Overview teams={teams} summaries={summaries} online={online} shownId={shownTeamId(stage.choice)} />
          <TeamList
            teams={teams}
            total={network.teams.length}
            online={online}
            stage={stage}
            summaries={summaries}
            onAdd={() => {
              setTold('')
              setAdding(true)
            }}
            onCard={(team) => setCardOf(team.id)}
            onEdit={(team) => setEditedId(team.id)}
          />
          <RemovedTeams network={network} reload={reload} />
        </div>
        <BoardsRest stage={stage} />
        <PeoplePanel session={session} network={network} reload={reload} />
        <Displays network={network} reload={reload} />
        <GatheringPanel session={session} network={network} reload={reload} />
      </div>
      <Dialog open={adding} title={words.add.heading} onClose={() => setAdding(false)}>
        {told && (
          <Notice kind="done" role="status">
            {told}
          </Notice>
        )}
        <AddTeams
          networkId={network.id}
          known={network.teams.map((team) => team.name)}
          onAdded={async (sentence) => {
            setTold(sentence)
            await reload()
          }}
        />
      </Dialog>
      <Dialog
        open={cardTeam !== undefined}
        title={cardTeam ? words.card.heading(cardTeam.name) : ''}
        onClose={() => setCardOf(null)}
      >
        {cardTeam && <CardPane network={network} team={cardTeam} reload={reload} />}
      </Dialog>
      <Dialog
        open={editedTeam !== undefined}
        title={editedTeam ? words.people.heading(editedTeam.name) : ''}
        onClose={() => setEditedId(null)}
      >
        {editedTeam && (
          <EditTeam network={network} team={editedTeam} reload={reload} onRemoved={() => setEditedId(null)} />
        )}
      </Dialog>
    </>
  )
}
