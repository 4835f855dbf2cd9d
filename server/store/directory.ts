import type { AgreementAnswer } from '../../shared/commands.ts'
import type { Language } from '../../shared/api.ts'
import type { Role } from '../../shared/roles.ts'
import type { CommentState, Subject } from '../../shared/schema/talk.ts'

/** A person. `networkId` is null for a facilitator who has not made a network yet. */
export type Person = {
  id: string
  networkId: string | null
  name: string
  title: string | null
  role: Role
  language: Language
  mayMakeNetworks: boolean
}

export type Network = { id: string; name: string; currentGatheringId: string | null }
export type Gathering = { id: string; networkId: string; name: string; place: string; days: string[]; dayCount: number }
export type Team = { id: string; networkId: string; number: number; name: string; municipalities: string[] }

/** A card's or a link's secret. Codes and QR secrets are found by keyed hash and stored encrypted, so cards can be printed again. */
export type Secret = {
  id: string
  networkId: string | null
  role: Role
  /** a facilitator's own way back takes up this person; null for cards and links */
  personId: string | null
  /** the team of a card; null for links */
  teamId: string | null
  /** the teams a link reaches; empty for «all» and for roles without teams */
  teamIds: string[]
  codeCipher: Uint8Array
  tokenCipher: Uint8Array
  createdAt: number
  expiresAt: number
  endedAt: number | null
  usedAt: number | null
  oneTime: boolean
}

export type NewSecret = Omit<Secret, 'endedAt' | 'usedAt' | 'personId'> & {
  personId?: string
  codeHash: Uint8Array | null
  tokenHash: Uint8Array
}

/** A signed-in browser or program; only the token's hash is stored. */
export type SessionRow = {
  id: string
  personId: string
  /** the network that a facilitator works in now */
  networkId: string | null
  createdAt: number
  expiresAt: number
}

/** A document to create in the same transaction as what it belongs to. */
export type NewDocument = { id: string; epoch: string; snapshot: Uint8Array }

export type AgreementRow = {
  goalId: string
  personId: string
  wording: string
  answer: Exclude<AgreementAnswer, 'none'>
}

/** What makes a command apply once: its id, and a hash of what it says and who says it. */
export type AppliedCommand = { commandId: string; contentHash: string; at: number }

/** A comment as SQL has it. `author` is whoever wrote it, also where it is shown without name: never for `talk:`. */
export type CommentRow = {
  id: string
  subject: Subject
  /** the comment that its thread begins with, or null for that one itself */
  replyTo: string | null
  /** '' once it was taken back */
  text: string
  withoutName: boolean
  author: { personId: string; name: string; role: Role; title: string | null }
  at: number
  state: CommentState
  gone: 'takenBack' | 'hidden' | null
}

/** A session with everything that rights are decided from, read in one go. */
export type SignedIn = { session: SessionRow; person: Person; teamIds: string[]; networkIds: string[] }

/**
 * People, roles, secrets, sessions, agreements: what is never in a document. Same durability as `Store`, and
 * in the same database, so that a team and its documents are created in one transaction. Ids and times come
 * in as arguments. A write that names a network, team or person that is not there rejects `notFound`; a disk
 * that fails, `storeFailed`; after any rejection nothing of that call is kept.
 */
export interface Directory {
  // Networks, gatherings, teams
  /** With a facilitator: lets them into it, and makes it their first one if they had none. */
  createNetwork(args: {
    id: string
    name: string
    facilitatorId: string | null
    at: number
    documents: NewDocument[]
  }): Promise<void>
  /** The new gathering becomes the network's current one. */
  createGathering(args: Gathering & { at: number; documents: NewDocument[] }): Promise<void>
  /** Numbers the teams on from the network's last; all or none. Resolves to the teams in the order given. */
  createTeams(args: {
    networkId: string
    at: number
    teams: { id: string; name: string; municipalities: string[]; secret: NewSecret; documents: NewDocument[] }[]
  }): Promise<Team[]>
  network(id: string): Promise<Network | null>
  /** Every network that a person reaches, oldest first. */
  networksOf(personId: string): Promise<Network[]>
  gatherings(networkId: string): Promise<Gathering[]>
  gathering(id: string): Promise<Gathering | null>
  /** Those that were not removed. */
  teams(networkId: string): Promise<Team[]>
  /** Null also for one that was removed. */
  team(id: string): Promise<Team | null>
  removedTeams(networkId: string): Promise<Team[]>
  renameNetwork(id: string, name: string): Promise<void>
  changeTeam(id: string, change: { name?: string; municipalities?: string[] }): Promise<void>
  /** Hides a team with all that is its own, and ends its card. Again is no error. */
  removeTeam(id: string, at: number): Promise<void>
  /** Takes a removed team back with a new card, in one transaction. Rejects `notFound` for one that is not removed. */
  restoreTeam(id: string, card: NewSecret): Promise<void>
  /** Everyone who has joined the team as an editor and was not removed, in the order they joined. */
  members(teamId: string): Promise<Person[]>
  /** How many networks there are: 0 means the data folder is empty. */
  networkCount(): Promise<number>

  // Secrets
  addSecret(secret: NewSecret): Promise<void>
  /** By the keyed hash of a code or a token; also ended, used and expired ones, so that the answer can say which. */
  findSecret(hash: Uint8Array): Promise<Secret | null>
  secret(id: string): Promise<Secret | null>
  /** The live secrets of a network: cards (with `teamId`) and links. */
  secrets(networkId: string): Promise<Secret[]>
  /**
   * Ending what has ended is no error: two facilitators may press the same button. People who joined stay; the
   * displays that this link paired do not: resolves to their sessions' ids, ended in the same transaction.
   */
  endSecret(id: string, at: number): Promise<string[]>
  /** Ends the team's card if it has one and adds the new one, in one transaction. */
  replaceCard(teamId: string, secret: NewSecret, at: number): Promise<void>

  // People and sessions
  /**
   * Makes a person and a session by a secret, in one transaction. For a one-time secret: marks it used, and
   * rejects `secretUsed` if somebody was first. A secret that ended or expired since it was looked up rejects
   * `secretEnded` or `secretExpired`. A facilitator by the terminal's link (which has no network) is let into
   * every network there is; by another link, into that link's network.
   */
  join(args: {
    person: Person
    teamIds: string[]
    session: SessionRow & { tokenHash: Uint8Array }
    secretId: string
    at: number
  }): Promise<void>
  /** A new session for a person who is there already («Er du Mette?»). */
  addSession(session: SessionRow & { tokenHash: Uint8Array }): Promise<void>
  /** Null for a session that is unknown, ended or expired. `networkIds` as in `networksOf`. */
  findSession(tokenHash: Uint8Array): Promise<SignedIn | null>
  sessionById(id: string): Promise<SignedIn | null>
  /** Every live session of a person, newest first. */
  sessionsOf(personId: string): Promise<SessionRow[]>
  endSession(id: string): Promise<void>
  setSessionNetwork(sessionId: string, networkId: string): Promise<void>
  person(id: string): Promise<Person | null>
  facilitators(networkId: string): Promise<Person[]>
  /** With the teams that each was given; none means all. */
  commenters(networkId: string): Promise<(Person & { teamIds: string[] })[]>
  /**
   * Makes an editor a member of another team of the same network and of no other. Resolves to the teams that they
   * were in. Rejects `notFound` for who was removed, is no editor, or a team that is not there.
   */
  movePerson(args: { personId: string; teamId: string; at: number }): Promise<string[]>
  /**
   * Takes somebody out of a network: an editor or commenter altogether, a facilitator out of this network alone.
   * Whoever is then in no network has no session and no way back any more. What they wrote stays. Resolves to the teams
   * that they were in. Rejects `notFound` for who is not there.
   */
  removePerson(args: { personId: string; networkId: string; at: number }): Promise<string[]>
  /** Ends a facilitator's own way back, if there is one, and adds the new one, in one transaction. */
  replaceWayBack(personId: string, secret: NewSecret, at: number): Promise<void>
  changePerson(id: string, change: { name?: string; title?: string | null; language?: Language }): Promise<void>

  // Commands
  /**
   * Applies one agreement once: the command id and a hash of its content are kept in the same transaction.
   * One answer a person and goal: the last; `none` removes it. Resolves to false when the id was applied before; rejects `commandReused` if it was with other content.
   */
  agree(
    args: AppliedCommand & {
      teamId: string
      goalId: string
      personId: string
      wording: string
      answer: AgreementAnswer
    },
  ): Promise<boolean>
  /** The content hash of a command that was applied; null for an id that was not. */
  appliedCommand(commandId: string): Promise<string | null>
  /**
   * Forgets the commands that were applied before that time; resolves to how many. One that comes again after that is
   * applied again, except a comment, which is written once for ever.
   */
  sweepCommands(before: number): Promise<number>
  agreements(teamId: string): Promise<AgreementRow[]>

  /**
   * Writes a comment whose id is the command's; false and `commandReused` as for `agree`. An answer to an answer
   * joins its thread. An answer by another than who began the thread makes an open thread `answered`. Rejects
   * `commentGone` for an answer to what is not there (any more), `badRequest` for one about another subject than
   * its thread's, and `tooMany` when the team has `most` comments already.
   */
  comment(
    args: AppliedCommand & {
      teamId: string
      personId: string
      subject: Subject
      text: string
      withoutName: boolean
      replyTo: string | null
      most: number
    },
  ): Promise<boolean>
  /** Erases the words of a person's own comment. Rejects `notAllowed` for another's, `commentGone` for none; again is no error. */
  takeBackComment(args: AppliedCommand & { teamId: string; commentId: string; personId: string }): Promise<boolean>
  /** Rejects `commentGone` for one that was taken back or hidden. */
  settleComment(args: AppliedCommand & { teamId: string; commentId: string; state: CommentState }): Promise<boolean>
  /** Rejects `commentGone` for one that was taken back. */
  hideComment(args: AppliedCommand & { teamId: string; commentId: string; hidden: boolean }): Promise<boolean>
  /** Every comment of a team, also those that are gone, in the order they were written. */
  comments(teamId: string): Promise<CommentRow[]>
  /**
   * Puts other words in the place of comments', as a purge does; ids that are not the team's are passed over. `hidden` hides
   * one too. The old words are out of the files after the next `Store.purge`.
   */
  rewriteComments(teamId: string, comments: { id: string; text: string; hidden: boolean }[], at: number): Promise<void>
  /** The ids of what a person wrote in a team and has not taken back. */
  ownComments(teamId: string, personId: string): Promise<string[]>
  /** The teams that a person has written comments in. */
  teamsCommentedBy(personId: string): Promise<string[]>

  // Settings of the server itself (such as the address last printed on cards)
  setting(key: string): Promise<string | null>
  putSetting(key: string, value: string): Promise<void>
}
