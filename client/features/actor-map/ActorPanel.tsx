import { Suspense, useEffect, useRef } from 'react'
import { ArrowLeft } from '@phosphor-icons/react/ArrowLeft'
import { Check } from '@phosphor-icons/react/Check'
import { Trash } from '@phosphor-icons/react/Trash'
import { X } from '@phosphor-icons/react/X'
import { setPlacementField } from '../../../shared/ops/actors.ts'
import { involvements, levels, placementKey, type Importance } from '../../../shared/schema/actor.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { relations } from '../../../shared/schema/relation.ts'
import type { PlacedActor } from '../../../shared/select/actorMaps.ts'
import { lazyPage } from '../../app/lazyPage.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { Select } from '../../ui/Select.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { presenceField, useActorMap, type ShownMap } from './ActorMapContext.ts'
import { ChoiceButtons } from './ChoiceButtons.tsx'
import { Connections } from './Connections.tsx'
import { MapText } from './MapText.tsx'
import { RelationGlyph } from '../../ui/map/RelationMark.tsx'
import type { ActorMoves } from './useActorMoves.ts'
import styles from './Panel.module.css'

const CommentsPanel = lazyPage(async () => (await import('../../ui/talk/CommentsPanel.tsx')).CommentsPanel)

type ActorPanelProps = {
  actorId: string
  shown: ShownMap
  moves: ActorMoves
  backLabel: string
  /** the form for a new connection is open */
  connecting: boolean
  onConnecting: (open: boolean) => void
  onClose: () => void
  onRemove: (id: string) => void
  onErase: (id: string) => void
}

const innermostFirst: Importance[] = [3, 2, 1]

/** One actor, opened: at the right on a laptop, a sheet on a tablet, alone on a phone. */
export function ActorPanel(props: ActorPanelProps) {
  const { actorId, shown, onClose, backLabel } = props
  const { map: m } = useLocale('map').messages
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    // The form for a connection takes the focus itself.
    if (panel.current?.contains(document.activeElement)) return
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollTo({ top: 0 })
  }, [actorId])
  const actor = shown.actors.find((each) => each.actorId === actorId)
  return (
    <section
      ref={panel}
      className={styles['panel']}
      aria-label={m.panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className={styles['back']}>
        <Button look="quiet" onClick={onClose}>
          <ArrowLeft aria-hidden />
          {backLabel}
        </Button>
      </div>
      <div className={styles['inside']}>{actor ? <ActorFields {...props} actor={actor} /> : <Gone {...props} />}</div>
    </section>
  )
}

/** Somebody took it away while it was open here; or it never was. */
function Gone({ actorId, moves, onClose, backLabel }: ActorPanelProps) {
  const { map: m } = useLocale('map').messages
  const { board, mapId, readOnly } = useActorMap()
  const kept = board.actors.has(actorId) && board.placements.has(placementKey(mapId, actorId))
  return (
    <>
      <Notice kind="info" role="alert">
        <p>{kept ? <strong>{m.gone}</strong> : m.neverWas}</p>
        {kept && <p>{m.goneKept}</p>}
      </Notice>
      <div className={styles['buttons']}>
        {kept && !readOnly && (
          <Button
            look="main"
            onClick={(event) => {
              // This button goes away with the notice.
              event.currentTarget.closest('section')?.focus()
              moves.takeBack(actorId, String(board.actors.get(actorId)?.get('name')))
            }}
          >
            {m.takeBack}
          </Button>
        )}
        <Button onClick={onClose}>{backLabel}</Button>
      </div>
    </>
  )
}

function ActorFields(props: ActorPanelProps & { actor: PlacedActor }) {
  const { actor, actorId, shown, moves } = props
  const { map: m } = useLocale('map').messages
  const { board, teamId, mapId, readOnly, attempt, act } = useActorMap()
  const placement = board.placements.get(actor.key)
  const name = actor.name.trim() || m.untitled
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['title']}>
          <p className={styles['sector']}>{shown.sectorNames.get(actor.sector)}</p>
          {readOnly ? (
            <h2>{name}</h2>
          ) : (
            <>
              <VisuallyHidden>
                <h2>{name}</h2>
              </VisuallyHidden>
              <MapText
                text={board.actors.get(actorId)?.get('name')}
                field={presenceField(actorId, 'name')}
                max={limits.actorName}
                label={m.name}
                hideLabel
                placeholder={m.untitled}
                className={styles['titleField']}
              />
            </>
          )}
        </div>
        <Button look="quiet" iconOnly className={styles['close']} aria-label={m.closePanel} onClick={props.onClose}>
          <X aria-hidden />
        </Button>
      </div>
      <ChoiceButtons
        label={shown.map.level === 'individual' ? m.howImportant(shown.middle) : m.howImportantHere}
        value={actor.importance}
        disabled={readOnly}
        choices={innermostFirst.map((value) => ({ value, label: m.importance[value] }))}
        onChange={(value) => value && moves.importance(actorId, value)}
      />
      <ChoiceButtons
        label={m.howRelation}
        value={actor.relation}
        clearable
        disabled={readOnly}
        choices={relations.map((value) => ({
          value,
          label: m.relations[value],
          glyph: <RelationGlyph relation={value} />,
        }))}
        onChange={(value) => moves.relation(actorId, value)}
      />
      <ChoiceButtons
        label={m.howInvolved}
        value={actor.involvement}
        disabled={readOnly}
        choices={involvements.map((value) => ({
          value,
          label: m.involvements[value],
          ...(value === 'with' && { glyph: <Check size={16} weight="bold" aria-hidden /> }),
        }))}
        onChange={(value) => value && moves.involvement(actorId, value)}
      />
      <MapText
        text={placement?.get('learnt')}
        field={presenceField(actorId, 'learnt')}
        max={limits.learnt}
        label={m.learnt}
        multiline
      />
      <Connections
        key={actorId}
        actor={actor}
        shown={shown}
        moves={moves}
        adding={props.connecting}
        onAdding={props.onConnecting}
      />
      <Suspense fallback={null}>
        <CommentsPanel teamId={teamId} subject={{ kind: 'actor', id: actorId }} level={3} />
      </Suspense>
      <details className={styles['more']} open={actor.nextStep !== '' || actor.nextStepDue !== null || undefined}>
        <summary>{m.nextStep}</summary>
        <div className={styles['group']}>
          <MapText
            text={placement?.get('nextStep')}
            field={presenceField(actorId, 'nextStep')}
            max={limits.nextStep}
            label={m.nextStepHint}
            multiline
          />
          <PersonField
            label={m.owner}
            value={actor.nextStepOwner}
            members={shown.members}
            paused={readOnly}
            onChange={(value) =>
              attempt((each) => setPlacementField(each, { mapId, actorId, field: 'nextStepOwner', value }))
            }
          />
          {(!readOnly || actor.nextStepDue !== null) && (
            <DateField
              label={m.due}
              value={actor.nextStepDue}
              paused={readOnly}
              onChange={(value) =>
                attempt((each) => setPlacementField(each, { mapId, actorId, field: 'nextStepDue', value }))
              }
            />
          )}
        </div>
      </details>
      <details className={styles['more']}>
        <summary>{m.more}</summary>
        <div className={styles['group']}>
          {(['influence', 'interest'] as const).map((field) => (
            <ChoiceButtons
              key={field}
              label={m[field]}
              value={actor[field]}
              clearable
              disabled={readOnly}
              choices={levels.map((value) => ({ value, label: m.levels[value] }))}
              onChange={(value) => act((each) => setPlacementField(each, { mapId, actorId, field, value }))}
            />
          ))}
        </div>
      </details>
      {!readOnly && (
        <>
          <Field label={m.sector}>
            {(control) => (
              <Select {...control} value={actor.sector} onChange={(event) => moves.sector(actorId, event.target.value)}>
                {shown.sectors.map(({ id }) => (
                  <option key={id} value={id}>
                    {shown.sectorNames.get(id)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div role="group" aria-label={m.order} className={styles['buttons']}>
            <Button onClick={() => moves.step(actorId, 'back')}>{m.orderBack}</Button>
            <Button onClick={() => moves.step(actorId, 'forward')}>{m.orderForward}</Button>
          </div>
          <div className={styles['tools']}>
            <Button onClick={() => props.onRemove(actorId)}>{m.removeFromMap}</Button>
            <Button look="quiet" onClick={() => props.onErase(actorId)}>
              <Trash aria-hidden />
              {m.deleteActor}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
