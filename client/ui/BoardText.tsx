import * as Y from 'yjs'
import type { BoardWork } from '../hooks/useBoardWork.ts'
import { usePresence } from '../hooks/usePresence.ts'
import { CollaborativeText, type CollaborativeTextProps } from './CollaborativeText.tsx'
import { NameTag } from './NameTag.tsx'

export type BoardTextProps = Omit<
  CollaborativeTextProps,
  'text' | 'readOnly' | 'onUndo' | 'onRedo' | 'onFocus' | 'onBlur'
> & {
  work: Pick<BoardWork, 'open' | 'undo' | 'redo' | 'readOnly'>
  /** anything but a Y.Text when the document holds something else there: then there is nothing to write in */
  text: unknown
  /** the field's name in presence, as `goal:<id>:title` */
  field: string
}

/** A shared text on a board, with who else writes in it and this person's own undo. */
export function BoardText({ work, text, field, ...rest }: BoardTextProps) {
  const { open, undo, redo, readOnly } = work
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
