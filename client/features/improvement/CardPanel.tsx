import { Suspense, useEffect, useRef } from 'react'
import * as Y from 'yjs'
import { ArrowLeft } from '@phosphor-icons/react/ArrowLeft'
import { Trash } from '@phosphor-icons/react/Trash'
import { X } from '@phosphor-icons/react/X'
import { formatDate } from '../../../shared/locale/dates.ts'
import { setCardDue, setCardOwner } from '../../../shared/ops/phases.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { phases, type Phase, type PhaseCard } from '../../../shared/schema/phase.ts'
import { lazyPage } from '../../app/lazyPage.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { usePresence } from '../../hooks/usePresence.ts'
import { Button } from '../../ui/Button.tsx'
import { CollaborativeText } from '../../ui/CollaborativeText.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { NameTag } from '../../ui/NameTag.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { personName } from '../../ui/personName.ts'
import { Select } from '../../ui/Select.tsx'
import { cardField } from './cardField.ts'
import { useImprovement } from './ImprovementContext.ts'
import type { CardMoves } from './useCardMoves.tsx'
import styles from './CardPanel.module.css'

// The board is there without it: most who open the page open no card at once.
const CommentsPanel = lazyPage(async () => (await import('../../ui/talk/CommentsPanel.tsx')).CommentsPanel)

type CardPanelProps = {
  cardId: string
  /** null: it never was on this board, or is swept */
  card: PhaseCard | null
  /** whether somebody else deleted it while it was open */
  deletedByOther: boolean
  moves: CardMoves
  onRemove: () => void
  /** what «back» leads to */
  backLabel: string
  onClose: () => void
}

/** One card, opened: beside the board on a laptop, over it on a tablet, alone on a phone. */
export function CardPanel({ cardId, card, deletedByOther, moves, onRemove, backLabel, onClose }: CardPanelProps) {
  const { phases: m } = useLocale().messages
  const { readOnly, teamId } = useImprovement()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollTo({ top: 0 })
    // Beside an open card the phases lie below each other: the card is not where it was.
    document.querySelector(`[data-drag="${CSS.escape(cardId)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [cardId])
  const deleted = card !== null && card.deletedAt !== null
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
      <div className={styles['inside']}>
        {card === null && (
          <>
            <Notice kind="info" role="status">
              <p>{m.gone}</p>
            </Notice>
            <Button onClick={onClose}>{backLabel}</Button>
          </>
        )}
        {deleted && (
          <Notice kind="info" role="alert">
            <p>
              <strong>{deletedByOther ? m.goneHere : m.goneBySelf}</strong> {deletedByOther && m.goneHereKept}
            </p>
            {!readOnly && (
              <Button className={styles['takeBack']} onClick={() => moves.takeBack(cardId)}>
                {m.takeBack}
              </Button>
            )}
          </Notice>
        )}
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
      </div>
      {card !== null && !deleted && !readOnly && (
        <div className={styles['tools']}>
          <Button onClick={onRemove}>
            <Trash aria-hidden />
            {m.remove}
          </Button>
        </div>
      )}
    </section>
  )
}

type CardFieldsProps = { card: PhaseCard; paused: boolean; moves: CardMoves; onClose: () => void }

function CardFields({ card, paused, moves, onClose }: CardFieldsProps) {
  const { language, messages } = useLocale()
  const m = messages.phases
  const { board, readOnly, attempt, members, undo, redo, open } = useImprovement()
  const presence = usePresence(open)
  const { id } = card
  const text = board.cards.get(id)?.get('text')
  const field = cardField(id, 'text')
  const title = card.text.trim() || m.untitled
  const close = (
    <Button look="quiet" iconOnly className={styles['close']} aria-label={m.closePanel} onClick={onClose}>
      <X aria-hidden />
    </Button>
  )
  if (readOnly) {
    const facts = [
      [m.phaseField, m.phase[card.phase]],
      [m.owner, personName(card.owner, members, messages.goals)],
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
      {text instanceof Y.Text && (
        <div>
          <CollaborativeText
            text={text}
            max={limits.cardText}
            label={m.text}
            hideLabel
            placeholder={m.untitled}
            onUndo={undo}
            onRedo={redo}
            onFocus={() => presence.setEditing(field)}
            onBlur={() => presence.setEditing(null)}
          />
          <NameTag people={presence.editing(field)} />
        </div>
      )}
      <Field label={m.phaseField}>
        {(control) => (
          <Select
            {...control}
            value={card.phase}
            disabled={paused}
            onChange={(event) => moves.toPhase(id, event.target.value as Phase)}
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
