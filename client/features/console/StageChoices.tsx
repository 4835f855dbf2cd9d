import { documentId } from '../../../shared/document-id.ts'
import type { StageChoice } from '../../../shared/schema/gathering.ts'
import type { TeamSummary } from '../../../shared/schema/overview.ts'
import { teamBoardId } from '../../../shared/schema/phase.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { actorsOn } from '../../../shared/select/actorMaps.ts'
import { useDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import { Field } from '../../ui/Field.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { boardGoals, boardKinds, firstBoard } from './boardChoices.ts'
import type { StageHandle } from './useStage.ts'
import styles from './stageChoices.module.css'

type Chosen = Exclude<StageChoice, { kind: 'nothing' }>
type Props = { choice: Chosen; summary: TeamSummary | undefined; choose: StageHandle['choose'] }

/** Which of the team's boards the hall sees, and the one thing on it that is talked about now. */
export function StageChoices({ choice, summary, choose }: Props) {
  const words = useMessages('console').console.board
  return (
    <div className={styles.choices}>
      <SegmentedControl
        label={words.kind}
        value={choice.kind}
        onChange={(kind) => choose(firstBoard(kind, choice.teamId, summary))}
        choices={boardKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      {choice.kind === 'map' && <MapChoices choice={choice} summary={summary} choose={choose} />}
      {choice.kind === 'goals' && (summary?.goals.length ?? 0) > 0 && (
        <GoalFocus choice={choice} summary={summary} choose={choose} />
      )}
      {choice.kind === 'phases' && <PhaseBoards choice={choice} summary={summary} choose={choose} />}
    </div>
  )
}

type Item = { id: string; label: string }

/** A row of choices. What is chosen and not among them any more was deleted; it says so until another is chosen. */
function Choose({
  label,
  none,
  items,
  value,
  onChange,
}: {
  label: string
  /** what stands for «none»; left out where one must be chosen */
  none?: string
  items: readonly Item[]
  value: string | null
  onChange: (id: string | null) => void
}) {
  const { goneBoard } = useMessages('console').console.board
  const gone = value !== null && !items.some((item) => item.id === value)
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          {none !== undefined && <option value="">{none}</option>}
          {gone && <option value={value}>{goneBoard}</option>}
          {items.map((item) => (
            <option key={item.id} value={item.id}>
              {item.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function MapChoices({ choice, summary, choose }: Props & { choice: Extract<Chosen, { kind: 'map' }> }) {
  const { reading, console: words } = useMessages('reading', 'console')
  const m = reading.map
  // Only the team that is shown: its own board has the names, the overview only figures.
  const open = useDocument(documentId('team', choice.teamId))
  const actors = useSelect(open, (doc) =>
    actorsOn(openTeamDocument(doc), choice.mapId).map(({ actorId, name }) => ({ id: actorId, name })),
  )
  const maps = (summary?.maps ?? []).map(({ id, level, coverName }) => ({
    id,
    label: level === 'municipal' ? m.municipal : m.quoted(coverName.trim() || m.untitledMap),
  }))
  return (
    <>
      {maps.length > 0 && (
        <Choose
          label={words.board.map}
          items={maps}
          value={choice.mapId}
          onChange={(mapId) => mapId !== null && choose({ ...choice, mapId, focus: null })}
        />
      )}
      {open?.loaded && actors && actors.length > 0 && (
        <Choose
          label={words.board.focusActor}
          none={words.board.noFocusActor}
          items={actors.map(({ id, name }) => ({ id, label: name.trim() || m.untitled }))}
          value={choice.focus ?? null}
          onChange={(focus) => choose({ ...choice, focus })}
        />
      )}
    </>
  )
}

function GoalFocus({ choice, summary, choose }: Props & { choice: Extract<Chosen, { kind: 'goals' }> }) {
  const { reading, console: words } = useMessages('reading', 'console')
  return (
    <Choose
      label={words.board.focusGoal}
      none={words.board.noFocusGoal}
      items={(summary?.goals ?? []).map(({ id, title }) => ({ id, label: title.trim() || reading.goals.untitled }))}
      value={choice.focus ?? null}
      onChange={(focus) => choose({ ...choice, focus })}
    />
  )
}

function PhaseBoards({ choice, summary, choose }: Props & { choice: Extract<Chosen, { kind: 'phases' }> }) {
  const { reading, console: words } = useMessages('reading', 'console')
  const goals = boardGoals(summary, choice.boardId)
  if (goals.length === 0 && choice.boardId === teamBoardId) return null
  return (
    <Choose
      label={words.board.phaseBoard}
      items={[
        { id: teamBoardId, label: reading.phases.teamBoard },
        ...goals.map(({ id, title }) => ({ id, label: title.trim() || reading.goals.untitled })),
      ]}
      value={choice.boardId}
      onChange={(boardId) => boardId !== null && choose({ ...choice, boardId })}
    />
  )
}
