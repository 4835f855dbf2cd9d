import type { team as nb } from '../nb/team.ts'
import { plural } from '../plural.ts'
import { and } from './and.ts'

export const team: typeof nb = {
  pages: 'Sidene til teamet',
  home: 'Heim',
  goals: 'Mål',
  improvement: 'Forbetring',
  rightNow: 'Akkurat no',
  nothingNow: 'Vel eit mål de bryr dykk om, og gjer det målbart',
  openGoalBoard: 'Opne måltavla',
  seeGoalBoard: 'Sjå måltavla',
  boards: 'Tavlene våre',
  actorMap: 'Aktørkart',
  actors: (count, joined) =>
    count === 0
      ? 'Kven er rundt personen?'
      : `${count} ${plural(count, 'aktør', 'aktørar')}, ${joined} er med i arbeidet`,
  phasesNow: (started, done) => {
    if (started.length > 0) return `${and(started)} er i gang`
    if (done.length === 5) return 'Alle fem fasane er gjorde'
    return done.length > 0 ? `${and(done)} er gjort` : 'Fem fasar, i den rekkjefølgja som passar'
  },
  news: {
    heading: 'Nytt til dykk',
    none: 'Ingen har skrive til dykk enno.',
    unread: 'Nytt',
    withoutName: 'Utan namn',
    role: { facilitator: 'Rettleiar', editor: 'i teamet', commenter: 'følgjer teamet', display: '' },
    about: {
      team: () => 'til teamet',
      map: () => 'om aktørkartet',
      actor: (name) => `om ${name}`,
      goal: (title) => `på målet «${title}»`,
      card: (text) => `på kortet «${text}»`,
    },
  },
  goalCard: 'Mål',
  counts: (chosen, proposed, reached) => {
    const parts = [
      ...(chosen > 0 ? [`${chosen} ${plural(chosen, 'valt', 'valde')} mål`] : []),
      ...(proposed > 0 ? [`${proposed} forslag`] : []),
      ...(reached > 0 ? [`${reached} nådd`] : []),
    ]
    return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} og ${parts.at(-1) ?? ''}` : (parts[0] ?? '')
  },
  noGoals: 'Kva vil de skal bli betre?',
  untitled: 'Utan tekst enno',
  inTheTeam: 'Med i teamet',
  notHere: 'ikkje her no',
  hereNow: 'her no',
  noMembers: 'Ingen har blitt med enno.',
  you: 'Du heiter',
  menu: 'Deg og innstillingar',
  changeName: 'Rett namn eller tittel',
  title: 'Tittel (kan stå tom)',
  titleHint: 'Står ved namnet ditt. Skriv det du vil, til dømes teamleiar, pårørande eller DPS.',
  titles: ['Deltakar', 'Teamleiar', 'Måleansvarleg', 'Brukarrepresentant', 'Pårørande', 'Observatør'],
  nameSaved: 'Namnet er retta.',
  notYou: 'Ikkje deg? Byt person',
  changePerson: 'Byt person',
  hospitalTeam: 'Team utan eigen kommune',
  gathering: 'Samlinga',
  noDates: (count) => `${count} ${plural(count, 'dag', 'dagar')}, datoane er ikkje sette`,
  console: 'Til styringa',
  allTeams: 'Alle team',
  yourTeams: 'Teama du kan følgje',
  noTeams: 'Det er ingen team her enno. Spør ein rettleiar.',
  left: {
    moved: (teams: readonly string[]) => `Du er flytta til ${and(teams)}`,
    movedHelp: (team: string) =>
      `Ein rettleiar har flytta deg frå ${team}. Det som var lagra, står der framleis. Skulle du ha vore der enno? Sei frå til rettleiaren.`,
    teamRemoved: (team: string) => `${team} er fjerna`,
    teamRemovedHelp:
      'Ein rettleiar har fjerna teamet. Det som var lagra, er teke vare på, og rettleiaren kan ta det tilbake. Sei frå om det ikkje skulle ha vore borte.',
    takeBack:
      'Det som var lagra, er teke vare på. Alle rettleiarar kan ta teamet tilbake i styringa, med tavlene slik dei var.',
    notYours: 'Du er ikkje med i dette teamet',
    notYoursHelp: 'Kanskje er du flytta, eller teamet er fjerna. Skulle du ha vore her, så sei frå til ein rettleiar.',
    goTo: (team: string) => `Gå til ${team}`,
  },
  readOnly: 'Du kan lese alt her. Det er teamet som skriv.',
}
