import type { SessionView } from '../../shared/api.ts'

/** The addresses of the pages. */
export const paths = {
  join: '/',
  privacy: '/personvern',
  teams: '/team',
  team: (teamId: string) => `/team/${teamId}`,
  goals: (teamId: string) => `/team/${teamId}/mal`,
  actorMap: (teamId: string) => `/team/${teamId}/kart`,
  improvement: (teamId: string) => `/team/${teamId}/forbedring`,
  follow: '/folg',
  followTeam: (teamId: string) => `/folg/team/${teamId}`,
  help: '/hjelp',
  console: '/styring',
  screen: '/lerret',
} as const

/** Where someone belongs who has just come in. */
export function homeOf(session: Pick<SessionView, 'role' | 'teamIds'>): string {
  if (session.role === 'facilitator') return paths.console
  if (session.role === 'display') return paths.screen
  // Somebody who follows from home sees the hall from the list of teams.
  if (session.role === 'commenter') return paths.teams
  const [first, ...others] = session.teamIds
  return first !== undefined && others.length === 0 ? paths.team(first) : paths.teams
}
