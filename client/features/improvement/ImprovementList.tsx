import { Link } from 'wouter'
import { formatDate } from '../../../shared/locale/dates.ts'
import { setStep } from '../../../shared/ops/phases.ts'
import {
  phases,
  stepStates,
  type Phase,
  type PhaseCard,
  type StepId,
  type StepState,
} from '../../../shared/schema/phase.ts'
import type { PhaseView } from '../../../shared/select/phases.ts'
import { useLocale, useMessages } from '../../hooks/useMessages.ts'
import { moveAndFollow, RowTools } from '../../ui/columns/RowTools.tsx'
import { personName } from '../../ui/personName.ts'
import { Select } from '../../ui/Select.tsx'
import { useImprovement } from './ImprovementContext.ts'
import { PhaseHead } from './PhaseHead.tsx'
import { StepMark } from './StepMark.tsx'
import type { PhaseCardMoves } from './useCardMoves.ts'
import styles from './ImprovementList.module.css'

type ImprovementListProps = {
  views: readonly PhaseView[]
  notes: ReadonlyMap<string, string>
  selectedId: string | null
  moves: PhaseCardMoves
  onRemove: (id: string) => void
}

/** The twin of the board: the same steps and cards and the same actions, without dragging. */
export function ImprovementList({ views, notes, selectedId, moves, onRemove }: ImprovementListProps) {
  const { phases: m } = useMessages('phases')
  return (
    <div className={styles['list']}>
      {views.map((view) => (
        <section key={view.phase} className={styles['phase']} id={`phase-${view.phase}`}>
          <PhaseHead view={view} />
          <ul className={styles['steps']} aria-label={m.steps(m.phase[view.phase])}>
            {view.steps.map((step) => (
              <StepLine key={step.id} {...step} />
            ))}
          </ul>
          <ul className={styles['cards']} aria-label={m.cards(m.phase[view.phase])}>
            {view.cards.map((card, at) => (
              <CardLine
                key={card.id}
                card={card}
                first={at === 0}
                last={at === view.cards.length - 1}
                note={notes.get(card.id) ?? null}
                selected={card.id === selectedId}
                moves={moves}
                onRemove={onRemove}
              />
            ))}
            {view.cards.length === 0 && <li className={styles['none']}>{m.noCards}</li>}
          </ul>
        </section>
      ))}
    </div>
  )
}

function StepLine({ id, state }: { id: StepId; state: StepState }) {
  const { phases: m } = useMessages('phases')
  const { readOnly, act, boardId } = useImprovement()
  return (
    <li className={styles['step']}>
      <StepMark state={state} className={styles['mark']} />
      <span className={styles['words']}>{m.step[id]}</span>
      {readOnly ? (
        <span>{m.state[state]}</span>
      ) : (
        <Select
          aria-label={m.chooseState(m.step[id])}
          className={styles['select']}
          value={state}
          onChange={(event) => {
            const next = event.target.value as StepState
            act((board) => setStep(board, { boardId, stepId: id, state: next }))
          }}
        >
          {stepStates.map((each) => (
            <option key={each} value={each}>
              {m.state[each]}
            </option>
          ))}
        </Select>
      )}
    </li>
  )
}

type CardLineProps = {
  card: PhaseCard
  first: boolean
  last: boolean
  note: string | null
  selected: boolean
  moves: PhaseCardMoves
  onRemove: (id: string) => void
}

function CardLine({ card, first, last, note, selected, moves, onRemove }: CardLineProps) {
  const { language, messages } = useLocale('editing', 'phases')
  const m = messages.phases
  const { readOnly, hrefOf, members } = useImprovement()
  const { id } = card
  const text = card.text.trim() || m.untitled
  const facts = [
    personName(card.owner, members, messages.editing),
    card.due === null ? null : m.by(formatDate(card.due, language, { short: true })),
  ].filter((fact) => fact !== null)
  return (
    <li className={styles['card']} data-row={id} data-selected={selected || undefined}>
      <div className={styles['words']}>
        <Link href={hrefOf(id)} data-card={id} aria-current={selected || undefined}>
          {text}
        </Link>
        {facts.length > 0 && <small>{facts.join(' · ')}</small>}
        {note && <small className={styles['note']}>{note}</small>}
      </div>
      {!readOnly && (
        <>
          <Select
            aria-label={m.moveCard(text)}
            className={styles['select']}
            value={card.phase}
            onChange={(event) => moveAndFollow(id, 'select', () => moves.toColumn(id, event.target.value as Phase))}
          >
            {phases.map((phase) => (
              <option key={phase} value={phase}>
                {m.phase[phase]}
              </option>
            ))}
          </Select>
          <RowTools id={id} name={text} first={first} last={last} words={m} moves={moves} onRemove={onRemove} />
        </>
      )}
    </li>
  )
}
