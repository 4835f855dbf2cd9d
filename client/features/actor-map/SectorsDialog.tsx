import { useRef, useState, type FormEvent } from 'react'
import { X } from '@phosphor-icons/react/X'
import { addSector, deleteSector, renameSector } from '../../../shared/ops/maps.ts'
import type { Sector } from '../../../shared/schema/sector.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { lineError } from '../../ui/lineError.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import { useDraft } from '../../ui/useDraft.ts'
import { useActorMap, type ShownMap } from './ActorMapContext.ts'
import { sectorName } from '../../ui/map/sectorName.ts'
import styles from './SectorsDialog.module.css'

/** Renames the sectors of the team's maps, adds some of its own and removes those. */
export function SectorsDialog({ open, shown, onClose }: { open: boolean; shown: ShownMap; onClose: () => void }) {
  const { map: m } = useMessages('map')
  return (
    <Dialog open={open} title={m.editSectors} onClose={onClose}>
      <p>{m.sectorsHint}</p>
      <ul className={styles['list']}>
        {shown.sectors.map((sector) => (
          <SectorRow key={sector.id} sector={sector} />
        ))}
      </ul>
      <NewSector />
      <Button look="main" onClick={onClose}>
        {m.finished}
      </Button>
    </Dialog>
  )
}

function SectorRow({ sector }: { sector: Sector }) {
  const { map: m, editing } = useMessages('map', 'editing')
  const { attempt, act, say, now } = useActorMap()
  const name = sectorName(sector, m)
  const draft = useDraft({
    shown: name,
    paused: false,
    commit: (text) => {
      // The standard name written again is no name of the team's own: it follows the reader's language.
      const own = sector.standard && text.trim() === sectorName({ ...sector, name: '' }, m) ? '' : text
      const failure = attempt((board) => renameSector(board, { id: sector.id, name: own }))
      return failure && lineError(editing, failure, m.sectorEmpty)
    },
  })
  return (
    <li className={styles['row']}>
      <Field label={m.sectorName} error={draft.error}>
        {(control) => <TextInput {...control} {...draft.input} autoComplete="off" />}
      </Field>
      {!sector.standard && (
        <Button
          look="quiet"
          iconOnly
          aria-label={m.removeSector(name)}
          title={m.removeSector(name)}
          onClick={() => {
            if (!act((board) => deleteSector(board, { id: sector.id, time: now() }))) return
            say(m.sectorRemoved(name))
            document.querySelector<HTMLElement>('[data-new-sector]')?.focus()
          }}
        >
          <X aria-hidden />
        </Button>
      )}
    </li>
  )
}

function NewSector() {
  const { map: m, editing } = useMessages('map', 'editing')
  const { attempt, now } = useActorMap()
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const failure = attempt((board) => addSector(board, { id: newId(), name, time: now() }))
    setError(failure && lineError(editing, failure, m.sectorEmpty))
    if (!failure) setName('')
    field.current?.focus()
  }
  return (
    <form onSubmit={add} className={styles['row']} noValidate>
      <Field label={m.newSector} error={error}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            data-new-sector
            value={name}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value)
              setError(null)
            }}
          />
        )}
      </Field>
      <Button type="submit">{m.addSectorButton}</Button>
    </form>
  )
}
