import { plural } from '../plural.ts'
import { and } from './and.ts'

export const team = {
  pages: 'Teamets sider',
  home: 'Hjem',
  goals: 'Mål',
  improvement: 'Forbedring',
  rightNow: 'Akkurat nå',
  nothingNow: 'Velg et mål dere bryr dere om, og gjør det målbart',
  openGoalBoard: 'Åpne måltavlen',
  seeGoalBoard: 'Se måltavlen',
  boards: 'Tavlene våre',
  actorMap: 'Aktørkart',
  actors: (count: number, joined: number) =>
    count === 0
      ? 'Hvem er rundt personen?'
      : `${count} ${plural(count, 'aktør', 'aktører')}, ${joined} er med i arbeidet`,
  phasesNow: (started: readonly string[], done: readonly string[]) => {
    if (started.length > 0) return `${and(started)} er i gang`
    if (done.length === 5) return 'Alle fem fasene er gjort'
    return done.length > 0 ? `${and(done)} er gjort` : 'Fem faser, i den rekkefølgen som passer'
  },
  news: {
    heading: 'Nytt til dere',
    none: 'Ingen har skrevet til dere ennå.',
    unread: 'Nytt',
    withoutName: 'Uten navn',
    role: { facilitator: 'Veileder', editor: 'i teamet', commenter: 'følger teamet', display: '' },
    about: {
      team: () => 'til teamet',
      map: () => 'om aktørkartet',
      actor: (name: string) => `om ${name}`,
      goal: (title: string) => `på målet «${title}»`,
      card: (text: string) => `på kortet «${text}»`,
    },
  },
  goalCard: 'Mål',
  counts: (chosen: number, proposed: number, reached: number) => {
    const parts = [
      ...(chosen > 0 ? [`${chosen} ${plural(chosen, 'valgt', 'valgte')} mål`] : []),
      ...(proposed > 0 ? [`${proposed} forslag`] : []),
      ...(reached > 0 ? [`${reached} nådd`] : []),
    ]
    return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} og ${parts.at(-1) ?? ''}` : (parts[0] ?? '')
  },
  noGoals: 'Hva vil dere at skal bli bedre?',
  untitled: 'Uten tekst ennå',
  inTheTeam: 'Med i teamet',
  notHere: 'ikke her nå',
  hereNow: 'her nå',
  noMembers: 'Ingen har blitt med ennå.',
  you: 'Du heter',
  menu: 'Deg og innstillinger',
  changeName: 'Rett navn eller tittel',
  title: 'Tittel (kan stå tom)',
  titleHint: 'Står ved navnet ditt. Skriv det du vil, for eksempel teamleder, pårørende eller DPS.',
  /** offered while one writes; anything else may be written */
  titles: ['Deltaker', 'Teamleder', 'Måleansvarlig', 'Brukerrepresentant', 'Pårørende', 'Observatør'],
  nameSaved: 'Navnet er rettet.',
  notYou: 'Ikke deg? Bytt person',
  changePerson: 'Bytt person',
  hospitalTeam: 'Team uten egen kommune',
  gathering: 'Samlingen',
  noDates: (count: number) => `${count} ${plural(count, 'dag', 'dager')}, datoene er ikke satt`,
  console: 'Til styringen',
  allTeams: 'Alle team',
  yourTeams: 'Teamene du kan følge',
  noTeams: 'Det er ingen team her ennå. Spør en veileder.',
  left: {
    moved: (teams: readonly string[]) => `Du er flyttet til ${and(teams)}`,
    movedHelp: (team: string) =>
      `En veileder har flyttet deg fra ${team}. Det som var lagret, står der fortsatt. Skulle du vært der ennå? Si fra til veilederen.`,
    teamRemoved: (team: string) => `${team} er fjernet`,
    teamRemovedHelp:
      'En veileder har fjernet teamet. Det som var lagret, er tatt vare på, og veilederen kan ta det tilbake. Si fra hvis det ikke skulle vært borte.',
    takeBack:
      'Det som var lagret, er tatt vare på. Alle veiledere kan ta teamet tilbake i styringen, med tavlene som de var.',
    notYours: 'Du er ikke med i dette teamet',
    notYoursHelp: 'Kanskje er du flyttet, eller teamet er fjernet. Skulle du vært her, så si fra til en veileder.',
    goTo: (team: string) => `Gå til ${team}`,
  },
  readOnly: 'Du kan lese alt her. Det er teamet som skriver.',
}
