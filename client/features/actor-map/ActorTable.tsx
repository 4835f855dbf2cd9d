import { memo } from 'react'
import { Link } from 'wouter'
import { X } from '@phosphor-icons/react/X'
import { CheckCircle } from '@phosphor-icons/react/CheckCircle'
import { involvements, type Importance, type Involvement } from '../../../shared/schema/actor.ts'
import { relations } from '../../../shared/schema/relation.ts'
import type { PlacedActor } from '../../../shared/select/actorMaps.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useActorMap, type ShownMap } from './ActorMapContext.ts'
import { lineWords } from './lineWords.ts'
import { RelationMark } from '../../ui/map/RelationMark.tsx'
import type { ActorMoves } from './useActorMoves.ts'
import styles from './ActorTable.module.css'

type ActorTableProps = {
  shown: ShownMap
  selectedId: string | null
  onlyNotAsked: boolean
  notes: ReadonlyMap<string, string>
  moves: ActorMoves
  onRemove: (id: string) => void
  /** on paper nothing can be chosen */
  plain?: boolean
}

/** The twin of the map: the same actors and the same actions, without dragging. */
export function ActorTable({ shown, onlyNotAsked, plain = false, ...rest }: ActorTableProps) {
  const { map: m } = useMessages('map')
  const work = useActorMap()
  const readOnly = work.readOnly || plain
  const connections = (actor: PlacedActor) =>
    shown.lines
      .filter((line) => line.from === actor.actorId || line.to === actor.actorId)
      .map((line) => {
        const other = line.from === actor.actorId ? line.to : line.from
        const name = shown.actors.find((each) => each.actorId === other)?.name.trim() || m.untitled
        const words = line.kind === 'together' ? name : lineWords(line, actor.actorId, name, m)
        const how = line.relation === null ? words : `${words} (${m.relations[line.relation].toLocaleLowerCase()})`
        const note = line.note.trim()
        return note === '' ? how : `${how}: ${note}`
      })
      .join('; ')
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{m.table.caption(shown.middle)}</caption>
      <thead>
        <tr>
          <th scope="col">{m.table.actor}</th>
          <th scope="col">{m.table.importance}</th>
          <th scope="col">{m.table.relation}</th>
          <th scope="col">{m.table.involvement}</th>
          <th scope="col" className={styles['wide']}>
            {m.table.learnt}
          </th>
          <th scope="col" className={styles['wide']}>
            {m.table.connections}
          </th>
          {!readOnly && (
            <th scope="col">
              <VisuallyHidden>{m.table.tools}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      {shown.sectors.map(({ id }) => {
        const here = shown.actors.filter(
          (actor) => actor.sector === id && (!onlyNotAsked || actor.involvement === 'notAsked'),
        )
        if (here.length === 0) return null
        return (
          <tbody key={id}>
            <tr className={styles['sector']}>
              <th scope="rowgroup" colSpan={readOnly ? 6 : 7}>
                {shown.sectorNames.get(id)} · {here.length}
              </th>
            </tr>
            {here.map((actor) => (
              <Row
                key={actor.actorId}
                actor={actor}
                connections={connections(actor)}
                readOnly={readOnly}
                selected={actor.actorId === rest.selectedId}
                note={rest.notes.get(actor.actorId) ?? null}
                moves={rest.moves}
                onRemove={rest.onRemove}
              />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

type RowProps = {
  actor: PlacedActor
  connections: string
  readOnly: boolean
  selected: boolean
  note: string | null
  moves: ActorMoves
  onRemove: (id: string) => void
}

const Row = memo(function Row({ actor, connections, readOnly, selected, note, moves, onRemove }: RowProps) {
  const { map: m } = useMessages('map')
  const { hrefOf } = useActorMap()
  const { actorId: id } = actor
  const name = actor.name.trim() || m.untitled
  return (
    <tr data-row={id} className={selected ? styles['selected'] : undefined}>
      <th scope="row" className={styles['name']}>
        <Link href={hrefOf(id)} data-card={id} aria-current={selected || undefined}>
          {name}
        </Link>
        {note && <small>{note}</small>}
      </th>
      <td data-label={m.table.importance}>
        {readOnly ? (
          m.importance[actor.importance]
        ) : (
          <Select
            aria-label={m.table.importanceOf(name)}
            className={styles['select']}
            value={actor.importance}
            onChange={(event) => moves.importance(id, Number(event.target.value) as Importance)}
          >
            {([3, 2, 1] as const).map((value) => (
              <option key={value} value={value}>
                {m.importance[value]}
              </option>
            ))}
          </Select>
        )}
      </td>
      <td data-label={m.table.relation}>
        <span className={styles['marked']}>
          {actor.relation && <RelationMark relation={actor.relation} />}
          {readOnly ? (
            actor.relation === null ? (
              m.notChosen
            ) : (
              m.relations[actor.relation]
            )
          ) : (
            <Select
              aria-label={m.table.relationOf(name)}
              className={styles['select']}
              value={actor.relation ?? ''}
              onChange={(event) =>
                moves.relation(id, relations.find((relation) => relation === event.target.value) ?? null)
              }
            >
              <option value="">{m.notChosen}</option>
              {relations.map((value) => (
                <option key={value} value={value}>
                  {m.relations[value]}
                </option>
              ))}
            </Select>
          )}
        </span>
      </td>
      <td data-label={m.table.involvement}>
        <span className={styles['marked']} data-with={actor.involvement === 'with'}>
          {actor.involvement === 'with' && <CheckCircle size={22} weight="fill" aria-hidden />}
          {readOnly ? (
            m.involvements[actor.involvement]
          ) : (
            <Select
              aria-label={m.table.involvementOf(name)}
              className={styles['select']}
              value={actor.involvement}
              onChange={(event) => moves.involvement(id, event.target.value as Involvement)}
            >
              {involvements.map((value) => (
                <option key={value} value={value}>
                  {m.involvements[value]}
                </option>
              ))}
            </Select>
          )}
        </span>
      </td>
      <td data-label={m.table.learnt} className={`${styles['learnt']} ${styles['wide']}`}>
        {actor.learnt.trim() || <span className={styles['muted']}>{m.table.notWritten}</span>}
      </td>
      <td data-label={m.table.connections} className={styles['wide']}>
        {connections || m.table.none}
      </td>
      {!readOnly && (
        <td>
          <Button
            look="quiet"
            iconOnly
            aria-label={m.table.remove(name)}
            title={m.removeFromMap}
            onClick={() => onRemove(id)}
          >
            <X aria-hidden />
          </Button>
        </td>
      )}
    </tr>
  )
})
