import * as Y from 'yjs'
import { usePresence } from '../../hooks/usePresence.ts'
import { CollaborativeText, type CollaborativeTextProps } from '../../ui/CollaborativeText.tsx'
import { useGoalBoard } from './GoalBoardContext.ts'
import { NameTag } from '../../ui/NameTag.tsx'

type GoalTextProps = Omit<CollaborativeTextProps, 'text' | 'readOnly' | 'onUndo' | 'onRedo' | 'onFocus' | 'onBlur'> & {
  /** null when the document holds something else there: then there is nothing to write in */
  text: unknown
  /** the field's name in presence, see `presenceField` */
  field: string
}

/** A shared text of a goal, with who else writes in it and this person's own undo. */
export function GoalText({ text, field, ...rest }: GoalTextProps) {
  const { open, undo, redo, readOnly } = useGoalBoard()
  const presence = usePresence(open)
  if (!(text instanceof Y.Text)) return null
  return (
    <>
      <CollaborativeText
        {...rest}
        text={text}
        readOnly={readOnly}
        onUndo={undo}
        onRedo={redo}
        onFocus={() => presence.setEditing(field)}
        onBlur={() => presence.setEditing(null)}
      />
      <NameTag people={presence.editing(field)} />
    </>
  )
}
