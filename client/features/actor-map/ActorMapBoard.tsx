import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { addMap, deleteMap, restoreMap } from '../../../shared/ops/maps.ts'
import { restoreActor } from '../../../shared/ops/actors.ts'
import { setText, checkLine } from '../../../shared/ops/text.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { mapCounts } from '../../../shared/select/actorMaps.ts'
import type { MapPlace } from '../../../shared/select/map-point.ts'
import * as Y from 'yjs'
import { lazyPage } from '../../app/lazyPage.ts'
import { useBoardWork } from '../../hooks/useBoardWork.ts'
import { useCardNotes } from '../../hooks/useCardNotes.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useOthersChanges } from '../../hooks/useOthersChanges.ts'
import { useOutlined } from '../../hooks/useOutlined.ts'
import { useUndoKeys } from '../../hooks/useUndoKeys.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/Button.tsx'
import { focusCard } from '../../ui/columns/focusCard.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TakeBackToast } from '../../ui/TakeBackToast.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { ActorMapContext, type ActorMapBoard as Board } from './ActorMapContext.ts'
import { ActorTable } from './ActorTable.tsx'
import { CoverNameDialog } from './CoverNameDialog.tsx'
import { DeletedThings } from './DeletedThings.tsx'
import { EmptyMap } from './EmptyMap.tsx'
import { focusActor } from './focusActor.ts'
import { MapCanvas } from './MapCanvas.tsx'
import { mapName } from './mapNames.ts'
import { MapToolbar } from './MapToolbar.tsx'
import { useActorMoves } from './useActorMoves.ts'
import { useMapMenu } from './useMapMenu.tsx'
import { useNarrow } from './useNarrow.ts'
import { useRemoteMoves } from './useRemoteMoves.ts'
import { useShownMap } from './useShownMap.ts'
import styles from './ActorMapPage.module.css'

// Fetched when the map is drawn, so that they are there also when the net is not.
const parts = () => import('./parts.ts')
const ActorPanel = lazyPage(async () => (await parts()).ActorPanel)
const NewActorPanel = lazyPage(async () => (await parts()).NewActorPanel)
const PrintedMap = lazyPage(async () => (await parts()).PrintedMap)
const SectorsDialog = lazyPage(async () => (await parts()).SectorsDialog)

const mapRoots = (doc: Y.Doc) => {
  const { maps, sectors, actors, placements, lines } = openTeamDocument(doc)
  return [maps, sectors, actors, placements, lines]
}

type ActorMapBoardProps = {
  teamId: string
  teamName: string
  /** the map of the address */
  asked: string | null
  actorId: string | null
  list: boolean
  open: OpenDocument
  talk: OpenDocument | null
}

type Adding = { at: Pick<MapPlace, 'sector' | 'importance'> | null }

export function ActorMapBoard(props: ActorMapBoardProps) {
  const { teamId, asked, actorId, open, talk } = props
  const { map: m } = useMessages('map')
  const [, navigate] = useLocation()
  const state = useBoardWork(open, mapRoots)
  const { work, undo } = state
  const { readOnly, act, attempt, say, now } = work
  const read = useShownMap(open, talk, asked)
  const shown = useMemo(
    () => read.shown && (read.shown.map.level === 'municipal' ? { ...read.shown, middle: props.teamName } : read.shown),
    [read.shown, props.teamName],
  )
  const mapId = shown?.map.id ?? null
  const onlyList = useNarrow()
  const list = props.list || onlyList

  const [adding, setAdding] = useState<Adding | null>(null)
  const [connecting, setConnecting] = useState(false)
  const [onlyNotAsked, setOnlyNotAsked] = useState(false)
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const [sectorsOpen, setSectorsOpen] = useState(false)
  /** the map that was made or taken back here last */
  const [came, setCame] = useState<string | null>(null)

  const root = `/team/${teamId}/kart${props.list ? '/liste' : ''}`
  const base = mapId === null ? root : `${root}/${mapId}`
  const value = useMemo<Board>(() => {
    const hrefOf = (id: string | null) => (id === null ? base : `${base}/${id}`)
    return { ...work, teamId, mapId: mapId ?? '', hrefOf, go: (id) => navigate(hrefOf(id)) }
  }, [work, teamId, mapId, base, navigate])
  const { go } = value
  const moves = useActorMoves(value, shown)
  const notes = useCardNotes(open, 'actor')
  const outlined = useOutlined(useRemoteMoves(open.doc, mapId))
  const others = useOthersChanges(open)
  useUndoKeys(work)
  useEffect(() => {
    parts().catch(() => undefined)
  }, [])
  // What it was made or taken back with may be gone from the page: the way goes on with an actor.
  useEffect(() => {
    if (came !== null && came === mapId) focusCard(null)
  }, [came, mapId])

  const toMap = (id: string | null) => {
    setAdding(null)
    navigate(id === null ? root : `${root}/${id}`)
  }
  const add = useCallback(
    (at: Adding['at']) => {
      setConnecting(false)
      setAdding({ at })
      go(null)
    },
    [go],
  )
  const connect = useCallback(
    (id: string) => {
      setAdding(null)
      setConnecting(true)
      go(id)
    },
    [go],
  )
  const leave = (id: string, how: (id: string) => void) => {
    const ids = shown?.actors.map((actor) => actor.actorId) ?? []
    const at = ids.indexOf(id)
    how(id)
    if (id === actorId) go(null)
    focusCard(ids[at + 1] ?? ids[at - 1] ?? null)
  }
  const saveName = (name: string) => {
    if (naming === 'rename') {
      return attempt((board) => {
        const text = board.maps.get(mapId ?? '')?.get('coverName')
        const line = checkLine(name, limits.coverName)
        if (text instanceof Y.Text) setText(text, line, limits.coverName)
      })
    }
    const id = newId()
    const failure = attempt((board) => addMap(board, { id, coverName: name, time: now() }))
    if (failure) return failure
    toMap(id)
    setCame(id)
    return null
  }
  const removeMap = () => {
    if (!shown) return
    const { id } = shown.map
    const name = mapName(shown.map, m)
    if (!act((board) => deleteMap(board, { id, time: now() }))) return
    toMap(null)
    setCame(null)
    focusCard(null)
    work.offerTakeBack(m.mapDeleted(name), () => {
      if (act((board) => restoreMap(board, { id }))) toMap(id)
    })
  }
  const menu = useMapMenu({
    level: shown?.map.level ?? 'municipal',
    readOnly,
    onRename: () => setNaming('rename'),
    onDelete: removeMap,
    onSectors: () => setSectorsOpen(true),
  })

  const things = [
    ...read.deletedMaps.map((map) => ({
      id: map.id,
      name: mapName(map, m),
      takeBack: () => {
        if (!act((board) => restoreMap(board, { id: map.id }))) return
        toMap(map.id)
        setCame(map.id)
      },
    })),
    ...read.deletedActors.map((actor) => ({
      id: actor.id,
      name: actor.name.trim() || m.untitled,
      takeBack: () => {
        if (!act((board) => restoreActor(board, { id: actor.id }))) return
        say(m.takenBack(actor.name))
        focusActor(actor.id)
      },
    })),
  ]
  const mapGone = shown === null && asked !== null
  const panelOpen = shown !== null && (actorId !== null || adding !== null)
  return (
    <ActorMapContext value={value}>
      <div className={styles['page']} data-open={panelOpen} data-list={list}>
        <VisuallyHidden>
          <h1>{m.board}</h1>
        </VisuallyHidden>
        <div className={styles['board']}>
          <div className={styles['screen']}>
            <MapToolbar
              maps={read.maps}
              mapId={mapId}
              list={list}
              onlyList={onlyList}
              readOnly={readOnly}
              undo={undo}
              counts={shown && mapCounts(shown.actors)}
              onlyNotAsked={onlyNotAsked}
              menu={shown ? menu : []}
              menuLabel={shown ? m.mapMenu(mapName(shown.map, m)) : ''}
              onMap={toMap}
              onAddMap={() => setNaming('new')}
              onView={(next) =>
                navigate(
                  [
                    `/team/${teamId}/kart`,
                    ...(next ? ['liste'] : []),
                    ...(mapId ? [mapId] : []),
                    ...(mapId && actorId ? [actorId] : []),
                  ].join('/'),
                )
              }
              onFilter={setOnlyNotAsked}
              onAdd={readOnly || !shown ? null : () => add(null)}
            />
            {readOnly && <p className={styles['line']}>{m.readOnly}</p>}
            {state.problem !== null && (
              <Notice kind="error" role="alert" className={styles['line']}>
                <p>{state.problem}</p>
                <Button look="quiet" onClick={state.forgetProblem}>
                  {m.closePanel}
                </Button>
              </Notice>
            )}
            {mapGone && (
              <Notice kind="info" role="alert" className={styles['line']}>
                <p>
                  <strong>{m.mapGone}</strong> {m.mapGoneHelp}
                </p>
                <Button onClick={() => toMap(null)}>{m.toMaps}</Button>
              </Notice>
            )}
            {!shown && !mapGone && <EmptyMap onAdd={readOnly ? null : () => setNaming('new')} />}
            {shown && onlyNotAsked && mapCounts(shown.actors).notAsked === 0 && (
              <p className={styles['line']} role="status">
                {m.noneNotAsked}
              </p>
            )}
            {shown && shown.actors.length === 0 && (
              <p className={styles['question']}>
                {readOnly
                  ? m.emptyMap.readOnly
                  : shown.map.level === 'municipal'
                    ? m.emptyMap.municipal
                    : m.emptyMap.question(shown.middle)}
              </p>
            )}
            {shown && list && shown.actors.length > 0 && (
              <div className={styles['list']}>
                <ActorTable
                  shown={shown}
                  selectedId={actorId}
                  onlyNotAsked={onlyNotAsked}
                  notes={notes}
                  moves={moves}
                  onRemove={(id) => leave(id, moves.remove)}
                />
              </div>
            )}
            {shown && !list && (
              <MapCanvas
                key={shown.map.id}
                shown={shown}
                selectedId={actorId}
                onlyNotAsked={onlyNotAsked}
                notes={notes}
                outlined={outlined}
                moves={moves}
                onAdd={add}
                onConnect={connect}
                onRemove={(id) => leave(id, moves.remove)}
              />
            )}
          </div>
          {!readOnly && <DeletedThings things={things} />}
        </div>
        <Suspense fallback={null}>
          {shown && actorId !== null && (
            <ActorPanel
              actorId={actorId}
              shown={shown}
              moves={moves}
              backLabel={list ? m.backToList : m.backToMap}
              connecting={connecting}
              onConnecting={setConnecting}
              onClose={() => {
                setConnecting(false)
                go(null)
                focusCard(actorId)
              }}
              onRemove={(id) => leave(id, moves.remove)}
              onErase={(id) => leave(id, moves.erase)}
            />
          )}
          {shown && actorId === null && adding && !readOnly && (
            <NewActorPanel
              key={shown.map.id}
              shown={shown}
              others={read.others}
              at={adding.at}
              moves={moves}
              onClose={(lastId) => {
                setAdding(null)
                focusCard(lastId)
              }}
            />
          )}
        </Suspense>
        <TakeBackToast offer={state.offer} onDone={state.withdrawOffer} onFocusLost={focusMap} />
      </div>
      <Suspense fallback={null}>{shown && <PrintedMap shown={shown} moves={moves} />}</Suspense>
      <CoverNameDialog
        open={naming !== null}
        name={naming === 'rename' ? (shown?.map.coverName ?? '') : ''}
        onSave={saveName}
        onClose={() => setNaming(null)}
      />
      <Suspense fallback={null}>
        {shown && sectorsOpen && <SectorsDialog open shown={shown} onClose={() => setSectorsOpen(false)} />}
      </Suspense>
      <VisuallyHidden role="status">{state.said}</VisuallyHidden>
      <VisuallyHidden role="status">{others}</VisuallyHidden>
    </ActorMapContext>
  )
}

/** The way back to the map when what had the focus is gone: the actor that is next, or the button for a new one. */
function focusMap(): void {
  document.querySelector<HTMLElement>('[data-actor][tabindex="0"], [data-add-card]')?.focus()
}
