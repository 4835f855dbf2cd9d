import type { team as nb } from '../nb/team.ts'
import { plural } from '../plural.ts'
import { and } from './and.ts'

export const team: typeof nb = {
  pages: 'The team’s pages',
  home: 'Home',
  goals: 'Goals',
  improvement: 'Improvement',
  rightNow: 'Right now',
  nothingNow: 'Choose a goal you care about, and make it measurable',
  openGoalBoard: 'Open the goal board',
  seeGoalBoard: 'See the goal board',
  boards: 'Our boards',
  actorMap: 'Actor map',
  actors: (count, joined) =>
    count === 0
      ? 'Who is around the person?'
      : `${count} ${plural(count, 'actor', 'actors')}, ${joined} ${plural(joined, 'takes', 'take')} part in the work`,
  phasesNow: (started, done) => {
    if (started.length > 0) return `${and(started)} ${plural(started.length, 'is', 'are')} under way`
    if (done.length === 5) return 'All five phases are done'
    return done.length > 0
      ? `${and(done)} ${plural(done.length, 'is', 'are')} done`
      : 'Five phases, in the order that suits you'
  },
  news: {
    heading: 'New to you',
    none: 'Nobody has written to you yet.',
    unread: 'New',
    withoutName: 'Without a name',
    role: { facilitator: 'Facilitator', editor: 'in the team', commenter: 'follows the team', display: '' },
    about: {
      team: () => 'to the team',
      map: () => 'about the actor map',
      actor: (name) => `about ${name}`,
      goal: (title) => `on the goal “${title}”`,
      card: (text) => `on the card “${text}”`,
    },
  },
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
  untitled: 'No text yet',
  inTheTeam: 'In the team',
  notHere: 'not here now',
  hereNow: 'here now',
  noMembers: 'Nobody has joined yet.',
  you: 'You are called',
  menu: 'You and settings',
  changeName: 'Correct your name or title',
  title: 'Title (may be left empty)',
  titleHint: 'Stands beside your name. Write what you like, such as team leader, relative or the hospital’s name.',
  titles: ['Participant', 'Team leader', 'Measurement lead', 'User representative', 'Relative', 'Observer'],
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
  left: {
    moved: (teams: readonly string[]) => `You have been moved to ${and(teams)}`,
    movedHelp: (team: string) =>
      `A facilitator has moved you from ${team}. What was saved there is still there. Should you still be in ${team}? Tell the facilitator.`,
    teamRemoved: (team: string) => `${team} has been removed`,
    teamRemovedHelp:
      'A facilitator has removed the team. What was saved has been kept, and the facilitator can take the team back. Tell them if it should not be gone.',
    takeBack:
      'What was saved has been kept. Any facilitator can take the team back from the console, with its boards as they were.',
    notYours: 'You are not in this team',
    notYoursHelp:
      'You may have been moved, or the team may have been removed. If you should be here, tell a facilitator.',
    goTo: (team: string) => `Go to ${team}`,
  },
  readOnly: 'You can read everything here. The team does the writing.',
}
