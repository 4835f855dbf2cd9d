import { plural } from '../plural.ts'
import { and } from './and.ts'

/** What all boards share while one writes on them. */
export const editing = {
  views: { label: 'Visning', board: 'Tavle', list: 'Liste' },
  undo: 'Angre',
  redo: 'Gjør om',
  close: 'Lukk',
  presence: {
    writes: (people: readonly string[]) => `${and(people)} skriver her nå`,
    moves: (people: readonly string[]) => `${and(people)} flytter dette`,
  },
  others: (count: number, people: readonly string[]) =>
    people.length > 0
      ? `${count} ${plural(count, 'endring', 'endringer')} fra ${and(people)}`
      : `${count} ${plural(count, 'endring', 'endringer')} fra andre`,
  date: {
    hint: 'Dag, måned og år, for eksempel 1.6.2027',
    wrong: 'Den datoen finnes ikke. Skriv dag, måned og år, for eksempel 1.6.2027.',
    pick: 'Velg i kalender',
    none: 'Ingen frist',
  },
  person: {
    nobody: 'Ingen ennå',
    other: 'Noen andre …',
    otherName: 'Navn',
    left: 'En som ikke lenger er med',
  },
  tooLong: (length: number, max: number) => `Det er litt for langt: ${length} tegn. Det er plass til ${max}.`,
  noWords: 'Skriv noen ord først.',
}
