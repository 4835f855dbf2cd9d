import type { team as nb } from '../nb/team.ts'
import { plural } from '../plural.ts'

export const team: typeof nb = {
  pages: 'The team’s pages',
  home: 'Home',
  goals: 'Goals',
  rightNow: 'Right now',
  nothingNow: 'Choose a goal you care about, and make it measurable',
  openGoalBoard: 'Open the goal board',
  seeGoalBoard: 'See the goal board',
  boards: 'Our boards',
  goalCard: 'Goals',
  counts: (chosen, proposed, reached) => {
    const parts = [
      ...(chosen > 0 ? [`${chosen} chosen ${plural(chosen, 'goal', 'goals')}`] : []),
      ...(proposed > 0 ? [`${proposed} ${plural(proposed, 'proposal', 'proposals')}`] : []),
      ...(reached > 0 ? [`${reached} reached`] : []),
    ]
    return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : (parts[0] ?? '')
  },
  noGoals: 'What do you want to make better?',
  noGoalsHelp: 'Write it the way you say it. Make it measurable later.',
  writeProposal: 'Write a proposal',
  untitled: 'No text yet',
  inTheTeam: 'In the team',
  notHere: 'not here now',
  hereNow: 'here now',
  noMembers: 'Nobody has joined yet.',
  you: 'You are called',
  menu: 'You and settings',
  changeName: 'Correct my name',
  nameSaved: 'Your name is corrected.',
  notYou: 'Not you? Change person',
  changePerson: 'Change person',
  hospitalTeam: 'Team without a municipality of its own',
  gathering: 'The gathering',
  noDates: (count) => `${count} ${plural(count, 'day', 'days')}, dates not set yet`,
  console: 'To the console',
  allTeams: 'All teams',
  yourTeams: 'The teams you can follow',
  noTeams: 'There are no teams here yet. Ask a facilitator.',
  noSuchTeam: 'You are not in this team.',
  readOnly: 'You can read everything here. The team does the writing.',
}
