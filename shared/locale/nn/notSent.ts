import type { notSent as nb } from '../nb/notSent.ts'

export const notSent: typeof nb = {
  heading: 'Dette vart ikkje sendt',
  why: {
    purged:
      'Ein rettleiar har fjerna noko frå tavla for godt, og tavla er skriven på nytt. Det du ikkje hadde fått sendt, kom ikkje med. Ingen andre har sett det.',
    noRight:
      'Du kan ikkje skrive på denne tavla lenger. Det du ikkje hadde fått sendt, kom ikkje med. Ingen andre har sett det.',
  },
  how: 'Kopier det du vil ta vare på, og skriv det inn på nytt der det høyrer heime.',
  added: {
    goals: 'Nytt mål',
    actions: 'Nytt tiltak',
    cards: 'Nytt kort',
    maps: 'Nytt kart',
    actors: 'Ny aktør',
    sectors: 'Ny sektor',
    lines: 'Ny kopling',
    placements: 'Aktør sett på eit kart',
    other: 'Noko nytt',
  },
  changed: {
    goals: 'Endra mål',
    measures: 'Endra måling',
    actions: 'Endra tiltak',
    cards: 'Endra kort',
    maps: 'Endra kart',
    actors: 'Endra aktør',
    placements: 'Endra aktør på kartet',
    sectors: 'Endra sektor',
    lines: 'Endra kopling',
    steps: 'Endra steg',
    sentence: 'Setninga til alle teama',
    other: 'Ei anna endring',
  },
  about: (what, name) => `${what}: «${name}»`,
  noText: 'Flytta eller vald på nytt, utan ny tekst.',
  copy: 'Kopier alt',
  copied: 'Kopiert.',
  selectAndCopy: 'Teksten er merkt. Trykk Ctrl+C (⌘C på Mac).',
  all: 'Alt saman, til å kopiere',
  done: 'Eg har det eg treng',
  doneHint: 'Då blir det borte frå denne eininga.',
}
