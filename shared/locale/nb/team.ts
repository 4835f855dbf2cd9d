import { plural } from '../plural.ts'

export const team = {
  pages: 'Teamets sider',
  home: 'Hjem',
  goals: 'Mål',
  rightNow: 'Akkurat nå',
  nothingNow: 'Velg et mål dere bryr dere om, og gjør det målbart',
  openGoalBoard: 'Åpne måltavlen',
  seeGoalBoard: 'Se måltavlen',
  boards: 'Tavlene våre',
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
  noGoalsHelp: 'Skriv det slik dere sier det. Gjør det målbart etterpå.',
  writeProposal: 'Skriv et forslag',
  untitled: 'Uten tekst ennå',
  inTheTeam: 'Med i teamet',
  notHere: 'ikke her nå',
  hereNow: 'her nå',
  noMembers: 'Ingen har blitt med ennå.',
  you: 'Du heter',
  menu: 'Deg og innstillinger',
  changeName: 'Rett navnet mitt',
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
  noSuchTeam: 'Du er ikke med i dette teamet.',
  readOnly: 'Du kan lese alt her. Det er teamet som skriver.',
}
