import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { ArrowsOut } from '@phosphor-icons/react/ArrowsOut'
import { MagnifyingGlassMinus } from '@phosphor-icons/react/MagnifyingGlassMinus'
import { MagnifyingGlassPlus } from '@phosphor-icons/react/MagnifyingGlassPlus'
import { placeAtPoint, type MapPlace } from '../../../shared/select/map-point.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { StateStore } from '../../sync/state-store.ts'
import { Button } from '../../ui/Button.tsx'
import { focusCard } from '../../ui/columns/focusCard.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { presenceField, useActorMap, type ShownMap } from './ActorMapContext.ts'
import { actorLabel } from './actorLabel.ts'
import { ActorNode } from './ActorNode.tsx'
import { ConnectingLine } from './ConnectingLine.tsx'
import { Legend } from './Legend.tsx'
import { keyMeaning } from './mapKeys.ts'
import { dropPath, MapGround } from './MapGround.tsx'
import { MapLines, MapMarks } from './MapLines.tsx'
import type { ActorMoves } from './useActorMoves.ts'
import { useConnectDrag } from './useConnectDrag.ts'
import { useDragActor, type Drag } from './useDragActor.ts'
import { useFrame } from './useFrame.ts'
import { useGlide } from './useGlide.ts'
import { useMapLayout, type DrawnMap } from './useMapLayout.ts'
import styles from './MapCanvas.module.css'

type MapCanvasProps = {
  shown: ShownMap
  selectedId: string | null
  onlyNotAsked: boolean
  notes: ReadonlyMap<string, string>
  outlined: ReadonlySet<string>
  moves: ActorMoves
  /** where a tap was, or null for the key */
  onAdd: (place: Pick<MapPlace, 'sector' | 'importance'> | null) => void
  onConnect: (id: string) => void
  onRemove: (id: string) => void
}

/** The map as one tab stop: keys mean something while it has focus, and its actors can be dragged. */
export function MapCanvas(props: MapCanvasProps) {
  const { shown, moves } = props
  const { map: m } = useMessages('map')
  const { readOnly, tabStop, presence } = useActorMap()
  const scroller = useRef<HTMLDivElement>(null)
  const surface = useRef<HTMLDivElement>(null)
  const frame = useFrame(scroller)
  const corner = useMemo(() => (frame.width < 640 ? cornerOf(frame.height, 60) : cornerOf(frame.height, 190)), [frame])
  const drawn = useMapLayout(shown, frame, corner)
  const { layout } = drawn
  const fit = Math.min(1, frame.width / layout.width, frame.height / layout.height)
  const [chosenZoom, setZoom] = useState<number | null>(null)
  const zoom = chosenZoom ?? (fit > 0.92 ? fit : 1)
  const leftAt = useGlide(surface, layout)
  const drag = useDragActor({
    surface,
    drawn,
    zoom,
    disabled: readOnly,
    onDragging: (id) => presence.setEditing(id === null ? null : presenceField(id, 'move')),
    onDrop: (id, place, { dx, dy }) => {
      const node = layout.nodes.find(({ actorId }) => actorId === id)
      if (node) leftAt(id, { x: node.x + dx, y: node.y + dy })
      moves.place(id, place)
    },
  })
  const [join, setJoin] = useState<Join | null>(null)
  const connecting = useConnectDrag({
    surface,
    zoom,
    disabled: readOnly,
    onConnect: (from, to, anchor) => setJoin({ from, to, anchor }),
  })
  const larger = fit <= 0.92

  // The actor that Tab reaches may be taken away by anybody.
  useEffect(() => {
    const id = tabStop.get()
    if (id === null || !shown.actors.some((actor) => actor.actorId === id)) {
      tabStop.set(shown.actors[0]?.actorId ?? null)
    }
  }, [shown.actors, tabStop])

  // What is larger than the screen begins with the person in the middle.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2
    element.scrollTop = (element.scrollHeight - element.clientHeight) / 2
  }, [layout.width, layout.height, zoom])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const target = event.target as HTMLElement
    const node = target.closest<HTMLElement>('[data-actor]')
    if (!node && target !== scroller.current) return
    const meaning = keyMeaning(event, layout.nodes, node?.dataset['actor'] ?? null)
    if (!meaning || (readOnly && meaning.kind !== 'focus')) return
    event.preventDefault()
    if (meaning.kind === 'focus') focusCard(meaning.id)
    else if (meaning.kind === 'add') props.onAdd(null)
    else if (meaning.kind === 'connect') props.onConnect(meaning.id)
    else if (meaning.kind === 'remove') props.onRemove(meaning.id)
    else if (meaning.kind === 'step') moves.step(meaning.id, meaning.step)
    else moves.relation(meaning.id, meaning.relation)
  }

  const onGround = (event: MouseEvent) => {
    const element = surface.current
    if (readOnly || !element || (event.target instanceof Element && event.target.closest('a, button'))) return
    const rect = element.getBoundingClientRect()
    const point = { x: (event.clientX - rect.left) / zoom, y: (event.clientY - rect.top) / zoom }
    const outermost = layout.ellipses[0]
    if (!outermost) return
    const { cx, cy, rx, ry } = outermost
    if (Math.hypot((point.x - cx) / rx, (point.y - cy) / ry) > 1) return
    if (Math.hypot(point.x - cx, point.y - cy) < layout.person.radius) return
    props.onAdd(placeAtPoint(layout, drawn.actors, point, null))
  }

  const byId = useMemo(() => new Map(shown.actors.map((actor) => [actor.actorId, actor])), [shown.actors])
  return (
    <div className={styles['canvas']}>
      <VisuallyHidden id="actor-map-help">{m.help}</VisuallyHidden>
      <div
        ref={scroller}
        className={styles['scroller']}
        role="group"
        aria-label={m.boardOf(shown.middle)}
        aria-describedby={readOnly ? undefined : 'actor-map-help'}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an empty map still takes N
        tabIndex={shown.actors.length === 0 ? 0 : -1}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const id = event.target.closest<HTMLElement>('[data-actor]')?.dataset['actor']
          if (id !== undefined) tabStop.set(id)
        }}
      >
        <div className={styles['sized']} style={{ width: layout.width * zoom, height: layout.height * zoom }}>
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the key is N, and the button «Ny aktør» */}
          <div
            ref={surface}
            className={styles['surface']}
            style={{ width: layout.width, height: layout.height, transform: `scale(${zoom})` }}
            onClick={onGround}
          >
            <MapGround layout={layout} />
            <DropZone drawn={drawn} drag={drag} />
            <MapLines layout={layout} />
            <MapMarks layout={layout} />
            <ConnectingLine layout={layout} connecting={connecting} />
            <div
              className={styles['person']}
              style={{
                left: layout.person.x - layout.person.radius,
                top: layout.person.y - layout.person.radius,
                width: layout.person.radius * 2,
                height: layout.person.radius * 2,
              }}
            >
              <b>{shown.middle}</b>
              {shown.map.level === 'individual' && <small>{m.whatMatters}</small>}
            </div>
            {layout.nodes.map((node) => {
              const actor = byId.get(node.actorId)
              if (!actor) return null
              return (
                <ActorNode
                  key={node.actorId}
                  id={node.actorId}
                  name={actor.name.trim() || m.untitled}
                  label={actorLabel(actor, shown, m)}
                  sector={actor.sector}
                  involvement={actor.involvement}
                  x={node.x}
                  y={node.y}
                  width={node.width}
                  height={node.height}
                  font={layout.sizes.font}
                  compact={layout.sizes.heights[0] < 44}
                  selected={node.actorId === props.selectedId}
                  faded={props.onlyNotAsked && actor.involvement !== 'notAsked'}
                  outlined={props.outlined.has(node.actorId)}
                  note={props.notes.get(node.actorId) ?? null}
                  drag={drag}
                  connecting={connecting}
                />
              )
            })}
          </div>
        </div>
      </div>
      <div className={styles['legend']}>
        <Legend />
      </div>
      {join && byId.has(join.from) && byId.has(join.to) && !readOnly && (
        <JoinMenu join={join} shown={shown} moves={moves} onClose={() => setJoin(null)} />
      )}
      {(larger || chosenZoom !== null) && (
        <div className={styles['zoom']}>
          <Button iconOnly aria-label={m.zoom.in} title={m.zoom.in} onClick={() => setZoom(Math.min(2, zoom * 1.25))}>
            <MagnifyingGlassPlus aria-hidden />
          </Button>
          <Button
            iconOnly
            aria-label={m.zoom.out}
            title={m.zoom.out}
            onClick={() => setZoom(Math.max(fit, zoom / 1.25))}
          >
            <MagnifyingGlassMinus aria-hidden />
          </Button>
          <Button iconOnly aria-label={m.zoom.fit} title={m.zoom.fit} onClick={() => setZoom(fit)}>
            <ArrowsOut aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}

/** A line that was drawn from one actor to another; `anchor` is the box that it came to. */
type Join = { from: string; to: string; anchor: HTMLElement }

/** Asks how two are joined, before their line is drawn. */
function JoinMenu({
  join: { from, to, anchor },
  shown,
  moves,
  onClose,
}: Pick<MapCanvasProps, 'shown' | 'moves'> & { join: Join; onClose: () => void }) {
  const { map: m } = useMessages('map')
  const nameOf = (id: string) => shown.actors.find((actor) => actor.actorId === id)?.name.trim() || m.untitled
  const [a, b] = [nameOf(from), nameOf(to)]
  return (
    <FloatingMenu
      label={m.connectTwo(a, b)}
      anchor={anchor}
      onClose={(chosen) => {
        onClose()
        if (!chosen) focusCard(from)
      }}
      items={[
        { id: 'together', label: m.kinds.together, onSelect: () => moves.connect(from, to, 'together', null) },
        { id: 'before', label: m.firstThen(a, b), onSelect: () => moves.connect(from, to, 'inTurn', null) },
        { id: 'after', label: m.firstThen(b, a), onSelect: () => moves.connect(to, from, 'inTurn', null) },
      ].map((item) => ({
        ...item,
        onSelect: () => {
          item.onSelect()
          focusCard(from)
        },
      }))}
    />
  )
}

/** Shows where a dragged actor would land. */
function DropZone({ drawn, drag }: { drawn: DrawnMap; drag: StateStore<Drag | null> }) {
  const place = useSyncExternalStore(drag.subscribe, () => {
    const at = drag.get()?.place
    return at ? `${at.importance} ${at.sector}` : null
  })
  if (place === null) return null
  const importance = Number(place.slice(0, 1)) as 1 | 2 | 3
  return (
    <svg className={styles['drop']} width={drawn.layout.width} height={drawn.layout.height} aria-hidden="true">
      <path d={dropPath(drawn.layout, place.slice(2), importance)} />
    </svg>
  )
}

/** What the legend's button takes in the lower left corner. */
function cornerOf(height: number, width: number) {
  return { x: width / 2, y: height - 32, width, height: 56 }
}
