/** What a person may do. A display title (team leader, user representative …) gives no rights. */
export const roles = ['facilitator', 'editor', 'commenter', 'display'] as const
export type Role = (typeof roles)[number]

/** The kinds of document, by who may read and write them (`parseDocumentId` tells which one an id names). */
export const documentKinds = ['team', 'gathering', 'stage', 'talk', 'overview'] as const
export type DocumentKind = (typeof documentKinds)[number]

/**
 * Everything a role may be asked about. `…Team` actions also need the team to be the person's own
 * (see `reachesTeam`); that is checked where the person is known.
 */
export type Action =
  | `read:${DocumentKind}`
  | `write:${DocumentKind}`
  | 'agreeToGoal'
  | 'comment' // also to answer, and to take back one's own
  | 'settleComment' // open, answered, resolved
  | 'hideComment'
  | 'renameSelf'
  | 'manageNetwork' // gatherings, teams, cards, links, names
  | 'seeOnline'
  | 'seeVersions' // list them, look at one, keep one under a name
  | 'restoreVersion'
  | 'seeHistory' // who changed what: about people, so it is not for everyone
  | 'purge'
  | 'seeTechnical'

const allowed: Record<Role, ReadonlySet<Action>> = {
  facilitator: new Set<Action>([
    'read:team',
    'write:team',
    'read:gathering',
    'write:gathering',
    'read:stage',
    'read:talk',
    'read:overview',
    'comment',
    'settleComment',
    'hideComment',
    'renameSelf',
    'manageNetwork',
    'seeOnline',
    'seeVersions',
    'restoreVersion',
    'seeHistory',
    'purge',
    'seeTechnical',
  ]),
  editor: new Set<Action>([
    'read:team',
    'write:team',
    'read:gathering',
    'read:stage',
    'read:talk',
    'agreeToGoal',
    'comment',
    'settleComment',
    'renameSelf',
    'seeVersions',
    'restoreVersion',
  ]),
  commenter: new Set<Action>(['read:team', 'read:gathering', 'read:stage', 'read:talk', 'comment', 'renameSelf']),
  display: new Set<Action>(['read:gathering', 'read:stage', 'read:overview']),
}

/** The one table of rights. `write:stage`, `write:talk` and `write:overview` belong to nobody: the server writes them. */
export function can(role: Role, action: Action): boolean {
  return allowed[role].has(action)
}

/** Whether a person reaches a team's documents: facilitators all of their network, others those they were given. */
export function reachesTeam(role: Role, teamIds: readonly string[], teamId: string): boolean {
  if (role === 'facilitator') return true
  if (role === 'display') return false
  return teamIds.includes(teamId)
}
