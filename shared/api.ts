import * as v from 'valibot'
import { isDate } from './schema/date.ts'
import { limits } from './schema/limits.ts'
import type { TalkComment } from './schema/talk.ts'
import { roles, type Role } from './roles.ts'
import type { AgreementAnswer } from './commands.ts'
import type { ErrorCode } from './errors.ts'
import { purgedKinds } from './schema/purged-item.ts'
import type { Place } from './select/find-text.ts'
import type { TeamText } from './select/team-text.ts'
import { tidyLine } from './tidy-line.ts'

/*
 * The shapes of the HTTP interface (docs/api.md). The schemas validate on the server; the client uses the
 * types. A message inside a check is the ErrorCode that the answer carries; anything else is `badRequest`.
 */

export const languages = ['nb', 'nn', 'en'] as const
export type Language = (typeof languages)[number]

/** A tidied line of 1 … max UTF-16 units. Nothing that can be seen: `nameEmpty`; too long: `textTooLong`. */
const name = (max: number) =>
  v.pipe(v.string(), v.transform(tidyLine), v.minLength(1, 'nameEmpty'), v.maxLength(max, 'textTooLong'))

/** Text that may be left empty, tidied and bounded as a name is. */
const note = (max: number) => v.pipe(v.string(), v.transform(tidyLine), v.maxLength(max, 'textTooLong'))

const date = v.custom<string>(isDate, 'dateInvalid')

/** A number of days whose dates are not set yet, or the dates themselves. */
const days = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.gatheringDays)),
  v.pipe(v.array(date), v.minLength(1), v.maxLength(limits.gatheringDays, 'tooMany')),
])

/** `secret`: a typed code, a QR secret, a link's secret or a facilitator token. `personId` takes up a member's name. */
export const openSessionBody = v.object({
  secret: v.pipe(v.string(), v.maxLength(200)),
  name: v.optional(name(limits.personName)),
  language: v.optional(v.picklist(languages)),
  personId: v.optional(v.string()),
})
export const lookUpSecretBody = v.object({ secret: v.pipe(v.string(), v.maxLength(200)) })
/** `title`: what a person says they are, shown beside the name; '' for nothing. It gives no rights. */
export const changeSelfBody = v.object({
  name: v.optional(name(limits.personName)),
  title: v.optional(note(limits.personTitle)),
  language: v.optional(v.picklist(languages)),
  networkId: v.optional(v.string()),
})
export const newNetworkBody = v.object({ name: name(limits.networkName) })
export const changeNetworkBody = v.object({ name: name(limits.networkName) })
export const newGatheringBody = v.object({
  name: name(limits.gatheringName),
  place: v.optional(v.pipe(v.string(), v.maxLength(limits.place, 'textTooLong')), ''),
  days: v.optional(days, 2),
})
const municipalities = v.pipe(v.array(name(limits.municipality)), v.maxLength(limits.municipalitiesPerTeam, 'tooMany'))
export const newTeamsBody = v.object({
  teams: v.pipe(
    v.array(v.object({ name: name(limits.teamName), municipalities: v.optional(municipalities, []) })),
    v.minLength(1),
    v.maxLength(limits.teamsPerRequest, 'tooMany'),
  ),
})
export const changeTeamBody = v.object({
  name: v.optional(name(limits.teamName)),
  municipalities: v.optional(municipalities),
})
export const movePersonBody = v.object({ teamId: v.string() })
export const newVersionBody = v.object({ name: name(limits.versionName) })
/** What may have to go. Of spaces only, or less than three signs: `textTooShort`. */
const unwanted = v.pipe(v.string(), v.maxLength(limits.unwantedText, 'textTooLong'))
export const findTextBody = v.object({ text: unwanted })
export const purgeBody = v.union([
  v.strictObject({ text: unwanted }),
  v.strictObject({
    item: v.strictObject({ kind: v.picklist(purgedKinds), id: v.pipe(v.string(), v.maxLength(64)) }),
  }),
])
export type PurgeRequest = v.InferOutput<typeof purgeBody>
export const newLinkBody = v.object({ role: v.picklist(roles), teamIds: v.optional(v.array(v.string())) })

/** What a secret opens, told before joining: enough to say «Velkommen inn» and to ask «Er du Mette?». */
export type SecretView = {
  role: Role
  networkName: string | null
  gathering: GatheringView | null
  teamCount: number
  team: { id: string; number: number; name: string; municipalities: string[] } | null
  members: { personId: string; name: string }[]
  /** true for the link from the terminal: whoever opens it becomes a facilitator */
  firstFacilitator: boolean
  /** a facilitator's own way back: whose it is; no name is asked for. null for every other secret */
  wayBackFor: string | null
}

export type GatheringView = {
  id: string
  name: string
  place: string
  /** dates as 2027-03-17, or none if only the number of days is known */
  days: string[]
  dayCount: number
  current: boolean
}

/** The documents that a role may read. */
export type DocumentsView = {
  gathering?: string
  stage?: string
  talk?: string
  overview?: string
  teams: Record<string, { team: string; talk: string }>
}

/** `GET /api/session` (null where nobody is signed in), and `POST /api/sessions` (which adds `token`). `gatheringId` is the current one. */
export type SessionView = {
  personId: string
  name: string
  title: string | null
  role: Role
  language: Language
  networkId: string | null
  networkName: string | null
  gatheringId: string | null
  gathering: GatheringView | null
  teamIds: string[]
  teams: { id: string; number: number; name: string; municipalities: string[] }[]
  documents: DocumentsView
  /** facilitators: every network they may open */
  networks?: { id: string; name: string }[]
  mayMakeNetworks?: boolean
}

/** A card as facilitators see it: `code` is typed, `url` is in the QR. null when the secret has been ended. */
export type CardView = { code: string; url: string; expiresAt: number } | null

export type TeamView = {
  id: string
  number: number
  name: string
  municipalities: string[]
  documentId: string
  talkDocumentId: string
  card: CardView
  members: { personId: string; name: string; title: string | null }[]
}

export type LinkView = {
  id: string
  role: Role
  teamIds: string[]
  code: string
  url: string
  createdAt: number
  expiresAt: number
}

/** `POST /api/networks/:id/teams`. */
export type NewTeamsView = {
  teams: (Pick<TeamView, 'id' | 'number' | 'name' | 'municipalities' | 'documentId' | 'talkDocumentId'> & {
    code: string
    url: string
  })[]
}
/** `PATCH /api/networks/:id/teams/:teamId`. */
export type ChangedTeamView = Pick<TeamView, 'id' | 'number' | 'name' | 'municipalities'>
/** `POST …/teams/:teamId/restore`: the board is as it was, the card is new. */
export type RestoredTeamView = { card: CardView }
/** `POST /api/session/way-back`: a facilitator's own way in on another machine. Shown once; a new one ends it. */
export type WayBackView = { code: string; url: string; expiresAt: number }

/** `GET /api/networks/:id`, facilitators only. */
export type NetworkView = {
  id: string
  name: string
  gatherings: GatheringView[]
  currentGatheringId: string | null
  teams: TeamView[]
  /** can be taken back */
  removedTeams: { id: string; number: number; name: string }[]
  facilitators: { personId: string; name: string; title: string | null }[]
  /** `teamIds` empty: all teams */
  commenters: { personId: string; name: string; title: string | null; teamIds: string[] }[]
  links: LinkView[]
  /** where others reach this server; false in `reachable` when only this machine can (cards would not work) */
  publicUrl: { url: string; reachable: boolean; changedFrom: string | null }
}

/** `GET /api/teams/:teamId/agreements`: one's own answers, by goal id. */
export type OwnAgreementsView = Record<string, { wording: string; answer: AgreementAnswer }>

/** `GET /api/teams/:teamId/comments/own`: ids of what one wrote, also without name, and has not taken back. */
export type OwnCommentsView = string[]

/**
 * `GET /api/teams/:teamId/comments/hidden`, for facilitators: what is hidden, with its words, earliest first, so
 * that it can be found and shown again. One «uten navn» has no author and only its day, as everywhere.
 */
export type HiddenCommentsView = (Omit<TalkComment, 'state' | 'gone'> & { id: string })[]

/** The server's presence in the overview document: who is on line, by team id; facilitators and displays apart. */
export type OnlineView = {
  teams: Record<string, { personId: string; name: string }[]>
  facilitators: number
  displays: number
}

/** What the server stamps on each awareness state as `user`; a client's own claim is overwritten. */
export type PresenceUser = { personId: string; name: string; role: Role }

/** One kept state of a team's board. `by`: who asked for it; a name that is no longer known is null. */
export type VersionView = {
  id: string
  kind: 'auto' | 'named' | 'beforeRestore' | 'beforeDelete'
  name: string | null
  at: number
  by: { personId: string; name: string | null } | null
}

/** `GET /api/teams/:teamId/versions`, newest first. */
export type VersionsView = { versions: VersionView[] }
/** `GET …/versions/:versionId`: the boards as they were, as text. */
export type VersionTextView = VersionView & { text: TeamText }

/** `GET /api/teams/:teamId/history`: what each person changed in each minute, newest first; `next` is the cursor of the next page. */
export type HistoryView = {
  entries: { at: number; personId: string | null; name: string | null; changes: number }[]
  next: string | null
}

/** `POST /api/teams/:teamId/find`: where a text stands. `comments`: in how many, also hidden ones. */
export type FoundView = {
  places: Place[]
  comments: number
  /** other teams of the network that have it too */
  elsewhere: { teamId: string; number: number; name: string }[]
}

/** `POST /api/teams/:teamId/purge`. */
export type PurgeView = {
  /** things on the board, and comments, that it was taken out of */
  places: number
  comments: number
  elsewhere: FoundView['elsewhere']
  /** false while a trace may be left in the server's files; it goes by itself as soon as it can */
  clean: boolean
  /** those that may hold it still, with their file's name; oldest first */
  backups: { file: string; at: number }[]
}

/** `GET /api/technical`, facilitators: how the server is, in figures. What they mean: `shared/select/technical.ts`. */
export type TechnicalView = {
  now: number
  startedAt: number
  /** whose sockets went without a word within `windowMs`, and how many; where others reach the server */
  net: { lostPeople: number; lostSockets: number; windowMs: number; url: string; reachable: boolean }
  disk: {
    /** a small write reached the disk just now */
    writable: boolean
    /** `full`: boards can only be read */
    state: 'enough' | 'low' | 'full'
    /** null where the disk does not say */
    freeBytes: number | null
    databaseBytes: number
    /** since the start; null: nothing was written yet */
    lastCommitAt: number | null
    /** documents that were opened with something missing */
    damaged: number
  }
  /** on line now, each person once; and their sockets */
  people: { facilitators: number; editors: number; commenters: number; displays: number; sockets: number }
  /** the last one known, with its file's name */
  backup: { at: number; file: string } | null
  /** of the last hour, newest first */
  errors: { code: ErrorCode; count: number; lastAt: number }[]
}
