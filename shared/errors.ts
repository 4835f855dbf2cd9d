/**
 * The closed list of things that can go wrong, as a person can meet them. Each has a sentence in
 * `locale/*\/errors.ts`; a missing sentence is a compile error. `httpStatus` is what the API answers.
 */
export const errorCodes = {
  // Bad input
  badRequest: 400, // not JSON, or not the shape the route asks for
  nameEmpty: 400, // a name or title of only spaces
  textEmpty: 400, // a comment in which nothing can be seen
  textTooLong: 400,
  textTooShort: 400, // what is looked for would be found everywhere
  dateInvalid: 400, // 2027-02-30
  numberInvalid: 400,
  tooMany: 400, // more teams, municipalities … than a limit allows
  tooLarge: 413, // the request body
  parentCycle: 400, // a goal under itself
  // Who and what
  notSignedIn: 401,
  secretUnknown: 401, // a code that fits no card or link
  secretEnded: 410, // it was replaced or ended
  secretExpired: 410,
  secretUsed: 410, // the one-time link
  notAllowed: 403,
  originRefused: 403,
  notFound: 404,
  goalGone: 404, // the goal was deleted meanwhile
  subjectGone: 404, // what a comment is about was deleted meanwhile
  commentGone: 404, // it was taken back or hidden meanwhile
  personTaken: 409, // facilitators and commenters have personal links
  commandReused: 409, // the same command id with other content
  tooManyTries: 429,
  boardsRest: 423, // «tavlene hviler»: edits wait on the device
  // Sync
  malformed: 400, // bytes that are no message
  frameTooLarge: 413,
  tooDeep: 400, // content nested deeper than any board needs
  documentFull: 413, // no room for more in this board
  tooFast: 429,
  tooSlow: 408, // a reader that does not read
  helloTimeout: 408,
  protocolTooOld: 426, // reload the page
  epochChanged: 409,
  gatheringChanged: 410, // another gathering is the current one
  takenOver: 409, // the name is used on another device now
  missingParts: 409, // an update that builds on something the server never saw
  // The server's own
  storeFailed: 503,
  stopping: 503,
  internal: 500,
} as const

/** One of the codes of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes

/** An expected failure. `details` holds only what may be shown and logged: never text that a person wrote. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: ErrorCode, details: Record<string, string | number> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** True for a code of the list; for checking what came over the wire. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value)
}
