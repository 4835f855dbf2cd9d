import { useEffect, useRef, useState } from 'react'
import { ArrowLeft } from '@phosphor-icons/react/ArrowLeft'
import { X } from '@phosphor-icons/react/X'
import { addActor } from '../../../shared/ops/actors.ts'
import type { Actor, Importance } from '../../../shared/schema/actor.ts'
import { standardSectors } from '../../../shared/schema/sector.ts'
import { normaliseText } from '../../../shared/wording.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { IdentityNumberWarning } from '../../ui/IdentityNumberWarning.tsx'
import { lineError } from '../../ui/lineError.ts'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useActorMap, type ShownMap } from './ActorMapContext.ts'
import { ChoiceButtons } from './ChoiceButtons.tsx'
import type { ActorMoves } from './useActorMoves.ts'
import styles from './Panel.module.css'

type NewActorPanelProps = {
  shown: ShownMap
  /** the team's actors that are not on this map */
  others: readonly Actor[]
  /** where somebody tapped; changes when they tap somewhere else */
  at: { sector: string; importance: Importance } | null
  moves: ActorMoves
  onClose: (lastId: string | null) => void
}

const sameName = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()

/** Adds actors one after the other: each Enter adds one, and what could not be added stays in the field. */
export function NewActorPanel({ shown, others, at, moves, onClose }: NewActorPanelProps) {
  const { map: m, editing } = useMessages('map', 'editing')
  const { attempt, say, now, mapId } = useActorMap()
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [importance, setImportance] = useState<Importance>(at?.importance ?? 2)
  const [sector, setSector] = useState(at?.sector ?? shown.sectors[0]?.id ?? 'other')
  /** null: the sector follows the name */
  const [chosen, setChosen] = useState(at !== null)
  const lastId = useRef<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [at])
  useEffect(() => {
    if (!at) return
    setImportance(at.importance)
    setSector(at.sector)
    setChosen(true)
  }, [at])

  const sectorOf = (suggested: string) =>
    standardSectors.find((id) => m.suggestions[id].some((each) => sameName(each, suggested)))
  const write = (text: string) => {
    setName(text)
    setError(null)
    const known = sectorOf(text)
    if (!chosen && known) setSector(known)
  }
  const add = (text: string) => {
    const id = newId()
    const into = chosen ? sector : (sectorOf(text) ?? sector)
    // The sector may be removed by another person while the form is open.
    const there = shown.sectors.some((each) => each.id === into) ? into : 'other'
    const failure = attempt((board) =>
      addActor(board, { id, mapId, name: text, sector: there, importance, time: now() }),
    )
    field.current?.focus()
    if (failure) return setError(lineError(editing, failure, m.emptyName))
    lastId.current = id
    say(m.added(normaliseText(text), shown.sectorNames.get(there) ?? ''))
    setName('')
    setError(null)
  }

  const taken = (text: string) => shown.actors.some((actor) => sameName(actor.name, text))
  const suggestions = (chosen ? [sector] : standardSectors)
    .flatMap((id) => {
      const known = standardSectors.find((each) => each === id)
      return known ? m.suggestions[known].slice(0, chosen ? 8 : 2) : []
    })
    .filter((text) => !taken(text))
  return (
    <section
      className={styles['panel']}
      aria-label={m.add}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose(lastId.current)
      }}
    >
      <div className={styles['back']}>
        <Button look="quiet" onClick={() => onClose(lastId.current)}>
          <ArrowLeft aria-hidden />
          {m.backToMap}
        </Button>
      </div>
      <form
        className={styles['inside']}
        onSubmit={(event) => {
          event.preventDefault()
          add(name)
        }}
      >
        <div className={styles['head']}>
          <div className={styles['title']}>
            <h2>{m.add}</h2>
          </div>
          <Button
            look="quiet"
            iconOnly
            className={styles['close']}
            aria-label={m.closePanel}
            onClick={() => onClose(lastId.current)}
          >
            <X aria-hidden />
          </Button>
        </div>
        <div>
          <Field label={m.addName} hint={m.addHint} error={error}>
            {(control) => (
              <TextInput
                {...control}
                ref={field}
                data-new-actor
                value={name}
                autoComplete="off"
                onChange={(event) => write(event.target.value)}
              />
            )}
          </Field>
          <IdentityNumberWarning text={name} />
        </div>
        <div role="group" aria-label={m.addSuggestions} className={styles['suggestions']}>
          {suggestions.map((text) => (
            <button key={text} type="button" onClick={() => write(text)}>
              {text}
            </button>
          ))}
        </div>
        <Field label={m.addSector}>
          {(control) => (
            <Select
              {...control}
              value={sector}
              onChange={(event) => {
                setSector(event.target.value)
                setChosen(true)
              }}
            >
              {shown.sectors.map(({ id }) => (
                <option key={id} value={id}>
                  {shown.sectorNames.get(id)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ChoiceButtons
          label={m.addImportance}
          value={importance}
          choices={([3, 2, 1] as const).map((value) => ({ value, label: m.importance[value] }))}
          onChange={(value) => value && setImportance(value)}
        />
        <div className={styles['buttons']}>
          <Button look="main" type="submit">
            {m.addButton}
          </Button>
          <Button onClick={() => onClose(lastId.current)}>{m.addDone}</Button>
        </div>
        {others.length > 0 && (
          <div>
            <p className={styles['label']}>{m.bringOver}</p>
            <p className={styles['hint']}>{m.bringOverHint}</p>
            <div className={`${styles['suggestions']} ${styles['ghosts']}`}>
              {others.map((actor) => {
                const words = actor.name.trim() || m.untitled
                return (
                  <button
                    key={actor.id}
                    type="button"
                    aria-label={m.bringOverNamed(words)}
                    onClick={() => {
                      moves.bringOver(actor.id, words, importance)
                      lastId.current = actor.id
                      field.current?.focus()
                    }}
                  >
                    + {words}
                  </button>
                )
              })}
            </div>
          </div>
        )}
      </form>
    </section>
  )
}
