import type { ReactNode } from 'react'
import type { BoardWork } from '../../hooks/useBoardWork.ts'
import type { CardMoves } from './cardMoves.tsx'
import { DraggedCard } from './ColumnCard.tsx'
import type { Columns } from './columns.ts'
import { ColumnsCanvas } from './ColumnsCanvas.tsx'
import { DragCards, type DragWords } from './DragCards.tsx'

type ColumnsBoardProps<K extends string> = {
  columns: Columns<K>
  moves: CardMoves<K>
  work: Pick<BoardWork, 'readOnly' | 'tabStop' | 'presence'>
  words: { board: string; boardHelp: string; drag: DragWords }
  nameOfColumn: (column: K) => string
  /** how others' presence names a card that is being moved */
  movingField: (id: string) => string
  /** what a card looks like under the finger */
  face: (id: string) => ReactNode
  className: string | undefined
  onAdd: () => void
  onRemove: (id: string) => void
  onMenu: (id: string, anchor: HTMLElement) => void
  /** the columns */
  children: ReactNode
}

/** Cards in columns, moved by drag and by keys. */
export function ColumnsBoard<K extends string>(props: ColumnsBoardProps<K>) {
  const { columns, moves, work, words, movingField, face } = props
  return (
    <DragCards
      columns={moves.columns}
      nameOfCard={moves.nameOf}
      nameOfColumn={props.nameOfColumn}
      words={words.drag}
      disabled={work.readOnly}
      onDrop={moves.place}
      onDragging={(id) => work.presence.setEditing(id === null ? null : movingField(id))}
      overlay={(id) => <DraggedCard>{face(id)}</DraggedCard>}
    >
      <ColumnsCanvas
        label={words.board}
        help={words.boardHelp}
        columns={columns}
        readOnly={work.readOnly}
        tabStop={work.tabStop}
        className={props.className}
        onAdd={props.onAdd}
        onRemove={props.onRemove}
        onMenu={props.onMenu}
      >
        {props.children}
      </ColumnsCanvas>
    </DragCards>
  )
}
