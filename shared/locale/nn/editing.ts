import type { editing as nbEditing } from '../nb/editing.ts'
import { plural } from '../plural.ts'
import { and } from './and.ts'

export const editing: typeof nbEditing = {
  views: { label: 'Vising', board: 'Tavle', list: 'Liste' },
  undo: 'Angre',
  redo: 'Gjer om',
  close: 'Lukk',
  presence: {
    writes: (people) => `${and(people)} skriv her no`,
    moves: (people) => `${and(people)} flyttar dette`,
  },
  others: (count, people) =>
    people.length > 0
      ? `${count} ${plural(count, 'endring', 'endringar')} frå ${and(people)}`
      : `${count} ${plural(count, 'endring', 'endringar')} frå andre`,
  date: {
    hint: 'Dag, månad og år, til dømes 1.6.2027',
    wrong: 'Den datoen finst ikkje. Skriv dag, månad og år, til dømes 1.6.2027.',
    pick: 'Vel i kalender',
    none: 'Ingen frist',
  },
  person: {
    nobody: 'Ingen enno',
    other: 'Nokon andre …',
    otherName: 'Namn',
    left: 'Ein som ikkje lenger er med',
  },
  tooLong: (length, max) => `Det er litt for langt: ${length} teikn. Det er plass til ${max}.`,
  noWords: 'Skriv nokre ord først.',
}
