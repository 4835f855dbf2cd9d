import { memo, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { setGoalParent } from '../../../shared/ops/goals.ts'
import type { Goal } from '../../../shared/schema/goal.ts'
import { compareText } from '../../../shared/locale/sorting.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Field } from '../../ui/Field.tsx'
import type { BoardStore } from './boardStore.ts'
import { useGoalBoard } from './GoalBoardContext.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './GoalPanel.module.css'

type ParentFieldProps = { goalId: string; parentId: string | null; paused: boolean }

/** Which main goal this one is part of, and which are part of this. */
export const ParentField = memo(function ParentField({ goalId, parentId, paused }: ParentFieldProps) {
  const messages = useMessages('goals', 'errors')
  const m = messages.goals
  const { store, readOnly, attempt, hrefOf } = useGoalBoard()
  useSyncExternalStore(store.subscribe, () => familyKey(store))
  const [error, setError] = useState<string | null>(null)
  const goals = store.liveGoals()
  const title = (each: Goal) => each.title.trim() || m.untitled
  const children = goals.filter((each) => store.card(each.id)?.parentId === goalId)
  const parent = goals.find((each) => each.id === parentId)
  const below = withDescendants(goalId, goals, (id) => store.card(id)?.parentId ?? null)
  const choices = goals.filter((each) => !below.has(each.id)).sort((a, b) => compareText(title(a), title(b)))

  if (readOnly && !parent && children.length === 0) return null
  return (
    <div className={styles['family']}>
      {readOnly ? (
        parent && <p>{m.under(title(parent))}</p>
      ) : (
        <Field label={m.parent} error={error}>
          {(control) => (
            <Select
              {...control}
              value={parentId ?? ''}
              disabled={paused}
              onChange={(event) => {
                const next = event.target.value || null
                // Somebody may have made a ring of it since the list was drawn.
                const failure = attempt((board) => setGoalParent(board, { id: goalId, parentId: next }))
                setError(failure && messages.errors[failure.code])
              }}
            >
              <option value="">{m.parentNone}</option>
              {choices.map((each) => (
                <option key={each.id} value={each.id}>
                  {title(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {children.length > 0 && (
        <div>
          <h3 className={styles['label']}>{m.subGoals}</h3>
          <ul>
            {children.map((each) => (
              <li key={each.id}>
                <Link href={hrefOf(each.id)} className={styles['child'] ?? ''}>
                  {title(each)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
})

/** Another one when a goal comes, goes, gets other words or is hung under another: none of it moves a card. */
function familyKey(store: BoardStore): string {
  const parts = store.liveGoals().flatMap(({ id, title }) => [id, title, store.card(id)?.parentId ?? ''])
  return parts.join('\n')
}

/** The goal and everything under it: what it cannot hang under itself. */
function withDescendants(id: string, goals: readonly Goal[], parentIdOf: (id: string) => string | null): Set<string> {
  const found = new Set([id])
  let size = 0
  while (size < found.size) {
    size = found.size
    for (const goal of goals) if (found.has(parentIdOf(goal.id) ?? '')) found.add(goal.id)
  }
  return found
}
