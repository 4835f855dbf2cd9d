/** What a person made and that could never be sent, for them to copy. */
export const notSent = {
  heading: 'Dette ble ikke sendt',
  why: {
    purged:
      'En veileder har fjernet noe fra tavlen for godt, og tavlen er skrevet på nytt. Det du ikke hadde fått sendt, kom ikke med. Ingen andre har sett det.',
    noRight:
      'Du kan ikke skrive på denne tavlen lenger. Det du ikke hadde fått sendt, kom ikke med. Ingen andre har sett det.',
  },
  how: 'Kopier det du vil ta vare på, og skriv det inn på nytt der det hører hjemme.',
  added: {
    goals: 'Nytt mål',
    actions: 'Nytt tiltak',
    cards: 'Nytt kort',
    maps: 'Nytt kart',
    actors: 'Ny aktør',
    sectors: 'Ny sektor',
    lines: 'Ny kobling',
    placements: 'Aktør satt på et kart',
    other: 'Noe nytt',
  },
  changed: {
    goals: 'Endret mål',
    measures: 'Endret måling',
    actions: 'Endret tiltak',
    cards: 'Endret kort',
    maps: 'Endret kart',
    actors: 'Endret aktør',
    placements: 'Endret aktør på kartet',
    sectors: 'Endret sektor',
    lines: 'Endret kobling',
    steps: 'Endret trinn',
    sentence: 'Setningen til alle teamene',
    other: 'En annen endring',
  },
  about: (what: string, name: string) => `${what}: «${name}»`,
  noText: 'Flyttet eller valgt på nytt, uten ny tekst.',
  copy: 'Kopier alt',
  copied: 'Kopiert.',
  selectAndCopy: 'Teksten er merket. Trykk Ctrl+C (⌘C på Mac).',
  all: 'Alt sammen, til å kopiere',
  done: 'Jeg har det jeg trenger',
  doneHint: 'Da blir det borte fra denne enheten.',
}
