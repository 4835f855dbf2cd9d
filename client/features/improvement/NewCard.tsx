import { useState } from 'react'
import { addCard } from '../../../shared/ops/phases.ts'
import { phases, type Phase } from '../../../shared/schema/phase.ts'
import { normaliseText } from '../../../shared/wording.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { newId } from '../../new-id.ts'
import { NewCardForm, type Added } from '../../ui/columns/NewCardForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { lineError } from '../../ui/lineError.ts'
import { Select } from '../../ui/Select.tsx'
import { useImprovement } from './ImprovementContext.ts'

type NewCardProps = { startPhase: Phase; onClose: (lastId: string | null) => void }

/** Writes cards, one after the other, into the phase that is chosen. */
export function NewCard({ startPhase, onClose }: NewCardProps) {
  const { phases: m } = useMessages('phases')
  const { attempt, say, now, boardId, board } = useImprovement()
  const [phase, setPhase] = useState(startPhase)
  const add = (text: string): Added => {
    const id = newId()
    const failure = attempt((each) => addCard(each, { id, boardId, phase, text, time: now() }))
    if (failure) return { problem: lineError(m, failure, m.emptyText) }
    // The goal may have been deleted while one wrote: then nothing was added, and the words stay.
    if (!board.cards.has(id)) return { problem: m.goalGoneUnsent }
    say(m.added(normaliseText(text), m.phase[phase]))
    return { id }
  }
  return (
    <NewCardForm words={m} onAdd={add} onClose={onClose}>
      <Field label={m.addPhase}>
        {(control) => (
          <Select {...control} value={phase} onChange={(event) => setPhase(event.target.value as Phase)}>
            {phases.map((each) => (
              <option key={each} value={each}>
                {m.phase[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </NewCardForm>
  )
}
