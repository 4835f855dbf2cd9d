import type { editing as nbEditing } from '../nb/editing.ts'
import { plural } from '../plural.ts'
import { and } from './and.ts'

export const editing: typeof nbEditing = {
  views: { label: 'View', board: 'Board', list: 'List' },
  undo: 'Undo',
  redo: 'Redo',
  close: 'Close',
  presence: {
    writes: (people) => `${and(people)} ${plural(people.length, 'is', 'are')} writing here now`,
    moves: (people) => `${and(people)} ${plural(people.length, 'is', 'are')} moving this`,
  },
  others: (count, people) =>
    people.length > 0
      ? `${count} ${plural(count, 'change', 'changes')} from ${and(people)}`
      : `${count} ${plural(count, 'change', 'changes')} from others`,
  date: {
    hint: 'Day, month and year, for example 1.6.2027',
    wrong: 'There is no such date. Write day, month and year, for example 1.6.2027.',
    pick: 'Choose in a calendar',
    none: 'No due date',
  },
  person: {
    nobody: 'Nobody yet',
    other: 'Somebody else …',
    otherName: 'Name',
    left: 'Someone who has left',
  },
  tooLong: (length, max) => `That is a little too long: ${length} characters. There is room for ${max}.`,
  noWords: 'Write a few words first.',
}
