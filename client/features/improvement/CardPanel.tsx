import { Suspense, useEffect } from 'react'
import { Trash } from '@phosphor-icons/react/Trash'
import { formatDate } from '../../../shared/locale/dates.ts'
import { setCardDue, setCardOwner } from '../../../shared/ops/phases.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { phases, type Phase, type PhaseCard } from '../../../shared/schema/phase.ts'
import { lazyPage } from '../../app/lazyPage.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { BoardText } from '../../ui/BoardText.tsx'
import { Button } from '../../ui/Button.tsx'
import { ClosePanel, PanelFrame } from '../../ui/columns/PanelFrame.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { personName } from '../../ui/personName.ts'
import { Select } from '../../ui/Select.tsx'
import { cardField } from './cardField.ts'
import { useImprovement } from './ImprovementContext.ts'
import type { PhaseCardMoves } from './useCardMoves.ts'
import styles from './CardPanel.module.css'

// The board is there without it: most who open the page open no card at once.
const CommentsPanel = lazyPage(async () => (await import('../../ui/talk/CommentsPanel.tsx')).CommentsPanel)

type CardPanelProps = {
  cardId: string
  /** null: it never was on this board, or is swept */
  card: PhaseCard | null
  /** whether somebody else deleted it while it was open */
  deletedByOther: boolean
  moves: PhaseCardMoves
  onRemove: () => void
  /** what «back» leads to */
  backLabel: string
  onClose: () => void
}

/** One card, opened. */
export function CardPanel({ cardId, card, deletedByOther, moves, onRemove, backLabel, onClose }: CardPanelProps) {
  const { phases: m } = useLocale('phases').messages
  const { readOnly, teamId } = useImprovement()
  useEffect(() => {
    // Beside an open card the phases lie below each other: the card is not where it was.
    document.querySelector(`[data-drag="${CSS.escape(cardId)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [cardId])
  const deleted = card !== null && card.deletedAt !== null
  return (
    <PanelFrame
      id={cardId}
      words={m}
      backLabel={backLabel}
      onClose={onClose}
      state={card === null ? null : !deleted ? 'here' : deletedByOther ? 'deletedByOther' : 'deletedBySelf'}
      onTakeBack={readOnly ? null : () => moves.takeBack(cardId)}
      tools={
        readOnly ? null : (
          <Button onClick={onRemove}>
            <Trash aria-hidden />
            {m.remove}
          </Button>
        )
      }
    >
      {card !== null && <CardFields key={cardId} card={card} paused={deleted} moves={moves} onClose={onClose} />}
      {card !== null && !deleted && (
        <Suspense>
          <CommentsPanel
            teamId={teamId}
            subject={{ kind: 'card', id: cardId }}
            level={3}
            className={styles['comments']}
          />
        </Suspense>
      )}
    </PanelFrame>
  )
}

type CardFieldsProps = { card: PhaseCard; paused: boolean; moves: PhaseCardMoves; onClose: () => void }

function CardFields({ card, paused, moves, onClose }: CardFieldsProps) {
  const { language, messages } = useLocale('editing', 'phases')
  const m = messages.phases
  const work = useImprovement()
  const { board, readOnly, attempt, members } = work
  const { id } = card
  const title = card.text.trim() || m.untitled
  const close = <ClosePanel label={m.closePanel} onClose={onClose} />
  if (readOnly) {
    const facts = [
      [m.phaseField, m.phase[card.phase]],
      [m.owner, personName(card.owner, members, messages.editing)],
      [m.due, card.due === null ? null : formatDate(card.due, language, { year: true })],
    ] as const
    return (
      <>
        <div className={styles['head']}>
          <h2>{title}</h2>
          {close}
        </div>
        <dl className={styles['facts']}>
          {facts.map(
            ([name, value]) =>
              value !== null && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </>
    )
  }
  return (
    <>
      <div className={styles['head']}>
        <h2>{m.text}</h2>
        {close}
      </div>
      <div>
        <BoardText
          work={work}
          text={board.cards.get(id)?.get('text')}
          field={cardField(id, 'text')}
          max={limits.cardText}
          label={m.text}
          hideLabel
          placeholder={m.untitled}
        />
      </div>
      <Field label={m.phaseField}>
        {(control) => (
          <Select
            {...control}
            value={card.phase}
            disabled={paused}
            onChange={(event) => moves.toColumn(id, event.target.value as Phase)}
          >
            {phases.map((phase) => (
              <option key={phase} value={phase}>
                {m.phase[phase]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={styles['stack']}>
        <PersonField
          label={m.owner}
          value={card.owner}
          members={members}
          paused={paused}
          onChange={(owner) => attempt((each) => setCardOwner(each, { id, owner }))}
        />
      </div>
      <DateField
        label={m.due}
        value={card.due}
        paused={paused}
        onChange={(due) => attempt((each) => setCardDue(each, { id, due }))}
      />
    </>
  )
}
