import { ArrowDown } from '@phosphor-icons/react/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/ArrowUp'
import { Trash } from '@phosphor-icons/react/Trash'
import type { BoardWork } from '../../hooks/useBoardWork.ts'
import type { MenuItem } from '../MenuList.tsx'
import { columnKeys, columnOf, type Columns } from './columns.ts'
import { stepPlace, type Place } from './dropPlace.ts'

export type CardMoves<K extends string> = {
  /** as they are at that moment */
  columns: () => Columns<K>
  nameOf: (id: string) => string
  place: (id: string, place: Place<K>) => void
  /** last in another column; nothing where it is there already */
  toColumn: (id: string, column: K) => void
  step: (id: string, step: 'up' | 'down') => void
  remove: (id: string) => void
  takeBack: (id: string) => void
  /** the items of «Flytt til …» for a card as it lies now */
  menuItems: (id: string, onRemove: () => void) => MenuItem[]
}

type MovesArgs<K extends string> = Pick<CardMoves<K>, 'columns' | 'nameOf'> & {
  work: Pick<BoardWork, 'say' | 'offerTakeBack'>
  nameOfColumn: (column: K) => string
  words: {
    moved: (name: string, column: string, at: number, of: number) => string
    removed: (name: string) => string
    takenBack: (name: string) => string
    moveUp: string
    moveDown: string
    remove: string
  }
  /** The operations: false where one was refused. They do nothing to a card that is gone. */
  move: (id: string, place: Place<K>) => boolean
  remove: (id: string) => boolean
  restore: (id: string) => boolean
}

/** The ways a card moves, the same from a drag, the menu, the keys, the panel and the list; each says what it did. */
export function cardMoves<K extends string>(args: MovesArgs<K>): CardMoves<K> {
  const { columns, nameOf, nameOfColumn, words, work } = args
  const place = (id: string, to: Place<K>) => {
    if (!args.move(id, to)) return
    const ids = columns()[to.column]
    if (ids.includes(id)) work.say(words.moved(nameOf(id), nameOfColumn(to.column), ids.indexOf(id) + 1, ids.length))
  }
  const toColumn = (id: string, column: K) => {
    const ids = columns()[column]
    if (!ids.includes(id)) place(id, { column, afterId: ids.at(-1) ?? null })
  }
  const step = (id: string, direction: 'up' | 'down') => {
    const to = stepPlace(columns(), id, direction)
    if (to) place(id, to)
  }
  const takeBack = (id: string) => {
    if (args.restore(id)) work.say(words.takenBack(nameOf(id)))
  }
  const remove = (id: string) => {
    const text = words.removed(nameOf(id))
    if (args.remove(id)) work.offerTakeBack(text, () => takeBack(id))
  }
  const menuItems = (id: string, onRemove: () => void): MenuItem[] => {
    const now = columns()
    const own = columnOf(now, id)
    const stepItem = (direction: 'up' | 'down', label: string, icon: MenuItem['icon']): MenuItem => ({
      id: direction,
      label,
      icon,
      disabled: stepPlace(now, id, direction) === null,
      onSelect: () => step(id, direction),
    })
    return [
      ...columnKeys(now).map((column) => ({
        id: column,
        label: nameOfColumn(column),
        checked: column === own,
        onSelect: () => toColumn(id, column),
      })),
      stepItem('up', words.moveUp, <ArrowUp aria-hidden />),
      stepItem('down', words.moveDown, <ArrowDown aria-hidden />),
      { id: 'remove', label: words.remove, icon: <Trash aria-hidden />, onSelect: onRemove },
    ]
  }
  return { columns, nameOf, place, toColumn, step, remove, takeBack, menuItems }
}
