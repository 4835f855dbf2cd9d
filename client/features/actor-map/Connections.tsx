import { useEffect, useRef, useState } from 'react'
import { LinkSimple } from '@phosphor-icons/react/LinkSimple'
import { X } from '@phosphor-icons/react/X'
import { setLineRelation } from '../../../shared/ops/lines.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { relations, type Line, type Relation } from '../../../shared/schema/relation.ts'
import type { PlacedActor } from '../../../shared/select/actorMaps.ts'
import { compareText } from '../../../shared/locale/sorting.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { useActorMap, type ShownMap } from './ActorMapContext.ts'
import { lineWords } from './lineWords.ts'
import { MapText } from './MapText.tsx'
import type { ActorMoves } from './useActorMoves.ts'
import styles from './Panel.module.css'

type ConnectionsProps = {
  actor: PlacedActor
  shown: ShownMap
  moves: ActorMoves
  adding: boolean
  onAdding: (open: boolean) => void
}

const readRelation = (value: string): Relation | null => relations.find((relation) => relation === value) ?? null

/** Who else this actor works with on this map, and the way to draw another line. */
export function Connections({ actor, shown, moves, adding, onAdding }: ConnectionsProps) {
  const { map: m } = useMessages('map')
  const { board, readOnly, act } = useActorMap()
  const lines = shown.lines.filter((line) => line.from === actor.actorId || line.to === actor.actorId)
  const otherOf = (line: Line) => (line.from === actor.actorId ? line.to : line.from)
  const nameOf = (id: string) => shown.actors.find((each) => each.actorId === id)?.name.trim() || m.untitled
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className={styles['lines']}>
      <h3>{m.lines}</h3>
      {lines.length === 0 && !adding && <p className={styles['muted']}>{m.noLines}</p>}
      <ul className={styles['group']}>
        {lines.map((line) => {
          const other = nameOf(otherOf(line))
          return (
            <li key={line.key}>
              <span>{lineWords(line, actor.actorId, other, m)}</span>
              {readOnly ? (
                <span>{line.relation === null ? m.notChosen : m.relations[line.relation]}</span>
              ) : (
                <>
                  <Select
                    aria-label={m.lineRelation(other)}
                    value={line.relation ?? ''}
                    onChange={(event) => {
                      const relation = readRelation(event.target.value)
                      act((board) => setLineRelation(board, { key: line.key, relation }))
                    }}
                  >
                    <RelationOptions />
                  </Select>
                  <Button
                    look="quiet"
                    iconOnly
                    aria-label={m.removeLine(other)}
                    title={m.removeLine(other)}
                    onClick={() => {
                      moves.disconnect(line, other)
                      button.current?.focus()
                    }}
                  >
                    <X aria-hidden />
                  </Button>
                </>
              )}
              {(!readOnly || line.note.trim() !== '') && (
                <div className={styles['lineNote']}>
                  <MapText
                    text={board.lines.get(line.key)?.get('note')}
                    field={`line:${line.key}:note`}
                    max={limits.lineNote}
                    label={m.lineNote(other)}
                    multiline
                  />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {!readOnly && adding && (
        <ConnectForm
          actor={actor}
          shown={shown}
          moves={moves}
          onDone={() => {
            onAdding(false)
            requestAnimationFrame(() => button.current?.focus())
          }}
        />
      )}
      {!readOnly && !adding && shown.actors.length > 1 && (
        <div>
          <Button ref={button} onClick={() => onAdding(true)}>
            <LinkSimple aria-hidden />
            {m.connect}
          </Button>
        </div>
      )}
    </div>
  )
}

function RelationOptions() {
  const { map: m } = useMessages('map')
  return (
    <>
      <option value="">{m.notChosen}</option>
      {relations.map((relation) => (
        <option key={relation} value={relation}>
          {m.relations[relation]}
        </option>
      ))}
    </>
  )
}

type ConnectFormProps = Pick<ConnectionsProps, 'actor' | 'shown' | 'moves'> & { onDone: () => void }

function ConnectForm({ actor, shown, moves, onDone }: ConnectFormProps) {
  const { map: m } = useMessages('map')
  const [other, setOther] = useState('')
  const [how, setHow] = useState<'together' | 'before' | 'after'>('together')
  const [relation, setRelation] = useState<Relation | null>(null)
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    first.current?.focus()
    first.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const name = actor.name.trim() || m.untitled
  const others = shown.actors
    .filter((each) => each.actorId !== actor.actorId)
    .toSorted((a, b) => compareText(a.name, b.name))
  const chosen = others.find((each) => each.actorId === other)
  const otherName = chosen?.name.trim() || '…'
  const connect = () => {
    if (!chosen) return first.current?.focus()
    const [from, to] = how === 'after' ? [other, actor.actorId] : [actor.actorId, other]
    const kind = how === 'together' ? 'together' : 'inTurn'
    if (moves.connect(from, to, kind, relation)) onDone()
  }
  return (
    <form
      className={styles['form']}
      aria-label={m.connectTo(name)}
      onSubmit={(event) => {
        event.preventDefault()
        connect()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onDone()
      }}
    >
      <Field label={m.connectWith}>
        {(control) => (
          <Select {...control} ref={first} value={other} onChange={(event) => setOther(event.target.value)}>
            <option value="">{m.choose}</option>
            {others.map((each) => (
              <option key={each.actorId} value={each.actorId}>
                {each.name.trim() || m.untitled}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={m.kind}>
        {(control) => (
          <Select {...control} value={how} onChange={(event) => setHow(event.target.value as typeof how)}>
            <option value="together">{m.kinds.together}</option>
            <option value="before">{`${m.kinds.inTurn}: ${m.before(otherName)}`}</option>
            <option value="after">{`${m.kinds.inTurn}: ${m.after(otherName)}`}</option>
          </Select>
        )}
      </Field>
      <Field label={m.between}>
        {(control) => (
          <Select
            {...control}
            value={relation ?? ''}
            onChange={(event) => setRelation(readRelation(event.target.value))}
          >
            <RelationOptions />
          </Select>
        )}
      </Field>
      <div className={styles['buttons']}>
        <Button look="main" type="submit">
          {m.connectButton}
        </Button>
        <Button onClick={onDone}>{m.closePanel}</Button>
      </div>
    </form>
  )
}
