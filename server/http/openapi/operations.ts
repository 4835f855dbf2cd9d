import type * as v from 'valibot'
import {
  changeNetworkBody,
  changeSelfBody,
  changeTeamBody,
  findTextBody,
  lookUpSecretBody,
  movePersonBody,
  newGatheringBody,
  newLinkBody,
  newNetworkBody,
  newTeamsBody,
  newVersionBody,
  openSessionBody,
  purgeBody,
} from '../../../shared/api.ts'
import { commandSchema } from '../../../shared/commands.ts'
import type { ErrorCode } from '../../../shared/errors.ts'

/** One route as programs see it. `errors` are those of its own; what every route may answer is added. */
export type Operation = {
  route: string
  summary: string
  /** who may; `anyone` needs no session */
  who: 'anyone' | 'signedIn' | 'team' | 'facilitators'
  body?: v.GenericSchema
  /** what may stand after `?` in the address */
  query?: readonly string[]
  answer: { status: 200 | 201 | 204; says: string }
  errors?: ErrorCode[]
}

const secretErrors: ErrorCode[] = ['secretUnknown', 'secretEnded', 'secretExpired', 'secretUsed', 'tooManyTries']

/** Every route under `/api`, in the order of docs/api.md. A test compares them with the routes that there are. */
export const operations: readonly Operation[] = [
  {
    ...{ route: 'POST /api/secrets/lookup', who: 'anyone', summary: 'What a secret opens, before joining' },
    ...{ body: lookUpSecretBody, answer: { status: 200, says: 'SecretView' }, errors: secretErrors },
  },
  {
    ...{ route: 'POST /api/sessions', who: 'anyone', summary: 'Sign in by a secret' },
    ...{ body: openSessionBody, answer: { status: 201, says: 'SessionView with token' } },
    errors: [...secretErrors, 'nameEmpty', 'textTooLong', 'personTaken', 'takenOver'],
  },
  {
    ...{ route: 'GET /api/session', who: 'anyone', summary: 'Who one is' },
    answer: { status: 200, says: 'SessionView, or null where nobody is signed in' },
    errors: ['notSignedIn'],
  },
  {
    ...{ route: 'PATCH /api/session', who: 'signedIn', summary: 'Correct name and title, choose language or network' },
    ...{ body: changeSelfBody, answer: { status: 200, says: 'SessionView' }, errors: ['nameEmpty', 'textTooLong'] },
  },
  {
    ...{ route: 'DELETE /api/session', who: 'signedIn', summary: 'Sign out' },
    answer: { status: 204, says: 'signed out' },
  },
  {
    ...{ route: 'POST /api/session/way-back', who: 'facilitators', summary: 'One’s own way in on another machine' },
    answer: { status: 201, says: 'WayBackView' },
  },
  {
    ...{ route: 'POST /api/networks', who: 'facilitators', summary: 'Make a network' },
    ...{ body: newNetworkBody, answer: { status: 201, says: '{id}' }, errors: ['nameEmpty', 'textTooLong'] },
  },
  {
    ...{ route: 'GET /api/networks/:id', who: 'facilitators', summary: 'All of a network' },
    answer: { status: 200, says: 'NetworkView' },
  },
  {
    ...{ route: 'PATCH /api/networks/:id', who: 'facilitators', summary: 'Rename a network' },
    ...{ body: changeNetworkBody, answer: { status: 200, says: '{id, name}' }, errors: ['nameEmpty', 'textTooLong'] },
  },
  {
    ...{ route: 'GET /api/networks/:id/online', who: 'facilitators', summary: 'Who is on line' },
    answer: { status: 200, says: 'OnlineView' },
  },
  {
    ...{
      route: 'POST /api/networks/:id/gatherings',
      who: 'facilitators',
      summary: 'Make a gathering: the current one',
    },
    ...{ body: newGatheringBody, answer: { status: 201, says: '{id, documents}' } },
    errors: ['nameEmpty', 'textTooLong', 'dateInvalid', 'tooMany'],
  },
  {
    ...{ route: 'POST /api/networks/:id/teams', who: 'facilitators', summary: 'Make teams, all or none' },
    ...{ body: newTeamsBody, answer: { status: 201, says: 'NewTeamsView' } },
    errors: ['nameEmpty', 'textTooLong', 'tooMany'],
  },
  {
    ...{ route: 'PATCH /api/networks/:id/teams/:teamId', who: 'facilitators', summary: 'Correct a team' },
    ...{ body: changeTeamBody, answer: { status: 200, says: 'ChangedTeamView' } },
    errors: ['nameEmpty', 'textTooLong', 'tooMany'],
  },
  {
    ...{ route: 'DELETE /api/networks/:id/teams/:teamId', who: 'facilitators', summary: 'Remove a team' },
    answer: { status: 204, says: 'hidden; its card has ended' },
    errors: ['tooManyTries'],
  },
  {
    ...{ route: 'POST /api/networks/:id/teams/:teamId/restore', who: 'facilitators', summary: 'Take a team back' },
    answer: { status: 200, says: 'RestoredTeamView' },
  },
  {
    ...{ route: 'POST /api/networks/:id/teams/:teamId/card', who: 'facilitators', summary: 'A new card; the old ends' },
    answer: { status: 201, says: 'CardView' },
  },
  {
    ...{ route: 'DELETE /api/networks/:id/teams/:teamId/card', who: 'facilitators', summary: 'End a card' },
    answer: { status: 204, says: 'no card' },
  },
  {
    ...{ route: 'PATCH /api/networks/:id/people/:personId', who: 'facilitators', summary: 'Move an editor' },
    ...{ body: movePersonBody, answer: { status: 200, says: '{personId, teamIds}' } },
  },
  {
    ...{ route: 'DELETE /api/networks/:id/people/:personId', who: 'facilitators', summary: 'Remove a person' },
    answer: { status: 204, says: 'removed; their sessions have ended' },
  },
  {
    ...{ route: 'POST /api/networks/:id/links', who: 'facilitators', summary: 'Make a link' },
    ...{ body: newLinkBody, answer: { status: 201, says: 'LinkView with secret' } },
  },
  {
    ...{ route: 'DELETE /api/networks/:id/links/:linkId', who: 'facilitators', summary: 'End a link' },
    answer: { status: 204, says: 'ended, with the displays that it paired' },
  },
  {
    ...{ route: 'GET /api/teams/:teamId/agreements', who: 'team', summary: 'One’s own answers, by goal id' },
    answer: { status: 200, says: 'OwnAgreementsView' },
  },
  {
    ...{ route: 'GET /api/teams/:teamId/comments/own', who: 'team', summary: 'The ids of one’s own comments' },
    answer: { status: 200, says: 'OwnCommentsView' },
  },
  {
    ...{
      route: 'GET /api/teams/:teamId/comments/hidden',
      who: 'facilitators',
      summary: 'What is hidden, with its words',
    },
    answer: { status: 200, says: 'HiddenCommentsView' },
  },
  {
    ...{ route: 'GET /api/teams/:teamId/versions', who: 'team', summary: 'The kept states of the board, newest first' },
    answer: { status: 200, says: 'VersionsView' },
  },
  {
    ...{ route: 'POST /api/teams/:teamId/versions', who: 'team', summary: 'Keep the board as it is, under a name' },
    ...{ body: newVersionBody, answer: { status: 201, says: '{id}' } },
    errors: ['nameEmpty', 'textTooLong', 'tooMany', 'tooManyTries', 'storeFailed'],
  },
  {
    ...{
      route: 'GET /api/teams/:teamId/versions/:versionId',
      who: 'team',
      summary: 'The boards as they were, as text',
    },
    ...{ answer: { status: 200, says: 'VersionTextView' }, errors: ['tooManyTries', 'storeFailed'] },
  },
  {
    ...{ route: 'POST /api/teams/:teamId/versions/:versionId/restore', who: 'team' },
    summary: 'Make the board as it was; how it is now is kept first',
    ...{ answer: { status: 200, says: '{ok: true}' }, errors: ['boardsRest', 'tooManyTries', 'storeFailed'] },
  },
  {
    ...{ route: 'GET /api/teams/:teamId/history', who: 'facilitators', summary: 'Who changed the board, and when' },
    ...{ query: ['from', 'to', 'personId', 'cursor'], answer: { status: 200, says: 'HistoryView' } },
    errors: ['badRequest'],
  },
  {
    ...{ route: 'POST /api/teams/:teamId/find', who: 'facilitators', summary: 'Where a text stands' },
    ...{ body: findTextBody, answer: { status: 200, says: 'FoundView' } },
    errors: ['textTooShort', 'textTooLong', 'tooManyTries'],
  },
  {
    ...{ route: 'POST /api/teams/:teamId/purge', who: 'facilitators', summary: 'Remove a text or a thing for good' },
    ...{ body: purgeBody, answer: { status: 200, says: 'PurgeView' } },
    errors: ['textTooShort', 'textTooLong', 'tooManyTries', 'storeFailed'],
  },
  {
    ...{ route: 'POST /api/commands', who: 'team', summary: 'A command; the same id again is applied once' },
    ...{ body: commandSchema, answer: { status: 200, says: '{ok: true}' } },
    errors: [
      ...(['goalGone', 'subjectGone', 'commentGone', 'commandReused', 'textEmpty', 'textTooLong'] as const),
      ...(['tooMany', 'tooManyTries'] as const),
    ],
  },
  {
    ...{ route: 'GET /api/technical', who: 'facilitators', summary: 'How the server is, in figures' },
    answer: { status: 200, says: 'TechnicalView' },
  },
  {
    ...{ route: 'GET /api/openapi.json', who: 'anyone', summary: 'This description' },
    answer: { status: 200, says: 'OpenAPI 3.1' },
  },
]
