import { useRef } from 'react'
import { ArrowDown } from '@phosphor-icons/react/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/ArrowUp'
import { CheckCircle } from '@phosphor-icons/react/CheckCircle'
import { Circle } from '@phosphor-icons/react/Circle'
import { Trash } from '@phosphor-icons/react/Trash'
import { formatDate } from '../../../shared/locale/dates.ts'
import { moveAction, setActionDue, setActionOwner, setActionState } from '../../../shared/ops/actions.ts'
import { actionStates, type ActionItem, type ActionState } from '../../../shared/schema/action.ts'
import { limits } from '../../../shared/schema/limits.ts'
import type { Member } from '../../../shared/schema/talk.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { usePresence } from '../../hooks/usePresence.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { presenceField } from './presenceField.ts'
import { DateField } from '../../ui/DateField.tsx'
import { stepAfter } from '../../ui/columns/dropPlace.ts'
import { useGoalBoard } from './GoalBoardContext.ts'
import { GoalText } from './GoalText.tsx'
import { NameTag } from '../../ui/NameTag.tsx'
import { personName } from '../../ui/personName.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './ActionList.module.css'

type ActionRowProps = {
  action: ActionItem
  /** the goal's actions in order, for moving */
  ids: readonly string[]
  members: ReadonlyMap<string, Member>
  paused: boolean
  expanded: boolean
  onToggle: () => void
  onRemove: () => void
}

/** One action: ticked when done, opened to write in. */
export function ActionRow({ action, ids, members, paused, expanded, onToggle, onRemove }: ActionRowProps) {
  const { language, messages } = useLocale('goals')
  const m = messages.goals
  const { open, board, readOnly, act, attempt } = useGoalBoard()
  const presence = usePresence(open)
  const { id, goalId, state } = action
  const words = action.text.trim() || m.actions.untitled
  const owner = personName(action.owner, members, m)
  const field = presenceField(goalId, `action:${id}`)
  const editable = !readOnly && !paused
  const done = state === 'done'
  const setState = (next: ActionState) => act((each) => setActionState(each, { id, state: next }))
  const move = (step: 'up' | 'down') => {
    const afterId = stepAfter(ids, id, step)
    if (afterId !== undefined) act((each) => moveAction(each, { id, afterId }))
  }
  const toggle = useRef<HTMLButtonElement>(null)
  const close = () => {
    onToggle()
    toggle.current?.focus()
  }
  const Icon = done ? CheckCircle : Circle
  const tick = <Icon size={26} weight={done ? 'fill' : 'regular'} aria-hidden />

  return (
    <li className={styles['row']} data-action={id}>
      <div className={styles['line']}>
        {editable ? (
          <button
            type="button"
            role="checkbox"
            aria-checked={done}
            aria-label={m.actions.done(words)}
            className={styles['tick']}
            data-done={done}
            onClick={() => setState(done ? 'notStarted' : 'done')}
          >
            {tick}
          </button>
        ) : (
          <span className={styles['tick']} data-done={done} role="img" aria-label={m.actions.states[state]}>
            {tick}
          </span>
        )}
        {editable ? (
          <button
            ref={toggle}
            type="button"
            className={styles['words']}
            aria-expanded={expanded}
            aria-label={m.actions.edit(words)}
            onClick={onToggle}
          >
            {words}
          </button>
        ) : (
          <span className={styles['words']}>{words}</span>
        )}
        <span className={styles['facts']}>
          {(state === 'underway' || state === 'stopped') && (
            <span className={styles['state']}>{m.actions.states[state]}</span>
          )}
          {owner !== null && <b>{owner}</b>}
          {owner === null && editable && !expanded && (
            <button type="button" className={styles['choose']} onClick={onToggle}>
              {m.actions.chooseOwner}
            </button>
          )}
          <span className={styles['due']}>
            {action.due !== null && formatDate(action.due, language, { short: true })}
          </span>
        </span>
      </div>
      {!expanded && <NameTag people={presence.editing(field)} />}
      {expanded && editable && (
        <div
          className={styles['editor']}
          onFocus={() => presence.setEditing(field)}
          onBlur={() => presence.setEditing(null)}
        >
          <GoalText
            text={board.actions.get(id)?.get('text')}
            field={field}
            max={limits.actionText}
            label={m.actions.text}
            autoFocus
            onEnter={close}
            onEscape={close}
          />
          <div className={styles['pair']}>
            <div className={styles['stack']}>
              <PersonField
                label={m.actions.owner}
                value={action.owner}
                members={members}
                paused={paused}
                onChange={(person) => attempt((each) => setActionOwner(each, { id, owner: person }))}
              />
            </div>
            <Field label={m.actions.state}>
              {(control) => (
                <Select {...control} value={state} onChange={(event) => setState(event.target.value as ActionState)}>
                  {actionStates.map((each) => (
                    <option key={each} value={each}>
                      {m.actions.states[each]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <DateField
            label={m.actions.due}
            value={action.due}
            paused={paused}
            onChange={(due) => attempt((each) => setActionDue(each, { id, due }))}
          />
          <div className={styles['buttons']}>
            <Button look="main" onClick={close}>
              {m.finished}
            </Button>
            <Button
              iconOnly
              aria-label={m.moveUpNamed(words)}
              title={m.moveUp}
              aria-disabled={ids[0] === id || undefined}
              onClick={() => move('up')}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              iconOnly
              aria-label={m.moveDownNamed(words)}
              title={m.moveDown}
              aria-disabled={ids.at(-1) === id || undefined}
              onClick={() => move('down')}
            >
              <ArrowDown aria-hidden />
            </Button>
            <Button iconOnly aria-label={m.removeNamed(words)} title={m.remove} onClick={onRemove}>
              <Trash aria-hidden />
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}
