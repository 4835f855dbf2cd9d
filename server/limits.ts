/**
 * Every limit of the server, with its unit in its name. Limits are per session, room and secret, never per
 * address: a hotel puts 300 people behind one.
 */
export const serverLimits = {
  // One socket
  frameBytes: 1_000_000,
  helloTimeoutMs: 10_000,
  /** a token bucket: this many messages at once, then so many a second; past it the sender has to wait */
  messageBurst: 5_000,
  messagesPerSecond: 500,
  bytesBurst: 20_000_000,
  bytesPerSecond: 2_000_000,
  /** a reader that lets more than this pile up is closed and loads again */
  bufferedBytes: 8_000_000,
  awarenessBytes: 2_000,
  /** a program may watch a whole hall with one token; thousands of sockets are something else */
  socketsPerPerson: 1_000,
  /** frames kept while a room is being read from the store */
  framesBeforeRoom: 64,
  // One update
  nestingDepth: 32,
  /** structs and deleted stretches; a board of 10,000 cards has half as many */
  structsPerUpdate: 150_000,
  clientsPerUpdate: 5_000,
  /** of the thread's time for what one session sent; a board's whole content takes a quarter of it */
  applyMs: 100,
  applyMsPerMb: 400,
  /** client ids that one person brings to documents: one a page, and at once after a restore what a device has of others */
  newClients: 5_000,
  // One person; what they may have come by, a card or link, twice as much
  /** of the thread's time: so much at once, then so much a second; past it they have to wait */
  workMs: 1_500,
  workMsPerSecond: 300,
  /** how often somebody may make the server throw a document away and make it again before they stay out for ten minutes */
  rebuildsPerPerson: 2,
  /** how often a card's people may; past it, those of them who never wrote before are let try one by one, so far apart */
  rebuildsPerCrowd: 8,
  tryEveryMs: 10_000,
  // One document
  /** ten times a board of 2,000 cards; past it only small changes are taken, up to the reserve, and after that deletions */
  documentBytes: 4_000_000,
  documentReserveBytes: 1_000_000,
  fullUpdateBytes: 1_000,
  /** how soon somebody whose changes found no room is asked for them again */
  fullRetryMs: 15_000,
  rootsPerDocument: 100,
  clientsPerDocument: 50_000,
  /** a document that takes so much longer to be made than its size explains takes no more of that kind */
  slowLoadMs: 400,
  // One room
  /** of the thread's time for one batch; what is left of it comes in the next */
  batchMs: 100,
  sessionsPerRoom: 1_000,
  /** above this many people in a room, others' presence is only counted */
  presencePeople: 25,
  /** a room is told who is where at most so often; with an edit that goes out anyway twice as often */
  awarenessBatchMs: 100,
  /** reading a room again costs milliseconds, keeping it costs memory */
  idleRoomMs: 2_000,
  /** a Y.Doc that nobody changed or read for this long is let go, later if it took long to make; the board's bytes stay */
  unusedDocMs: 20_000,
  /** how often a document that is opened is looked through for what is to be swept */
  tidyAgainMs: 24 * 60 * 60 * 1000,
  /** the least time between two commits of the whole process, but for one that comes after a pause */
  commitEveryMs: 20,
  /** the same while many boards are written at once */
  busyCommitEveryMs: 30,
  /** above this many in a room, edits that come fast are gathered for a tick */
  manyReaders: 100,
  manyReadersTickMs: 24,
  /** of a document that is read: one that is larger and has rows after its snapshot is made into one update by another thread */
  foldHereBytes: 250_000,
  foldHereRows: 2_000,
  /** rows after the snapshot before a new snapshot is made */
  tailRows: 400,
  roomRetryMs: 1_000,
  // The store
  /** what the data folder's disk keeps free of boards; below it they can only be read */
  diskFullBytes: 32_000_000,
  /** below this somebody is told to make room */
  diskLowBytes: 500_000_000,
  /** given up when the disk is full all the same, so that signing in and removing things work */
  diskReserveBytes: 8_000_000,
  diskCheckMs: 10_000,
  rawLogKeepMs: 48 * 60 * 60 * 1000,
  /** how soon after the start what is kept for a time only is swept, and how often from then on */
  sweepFirstMs: 60_000,
  sweepEveryMs: 6 * 60 * 60 * 1000,
  /** rows or versions removed in one commit, so that nobody's edit waits long behind it */
  sweptPerCommit: 1_000,
  versionsPrunedPerCommit: 20,
  /** how often a board that changes is kept as a version, and when it is tried again if that failed */
  versionEveryMs: 10 * 60 * 1000,
  versionRetryMs: 60_000,
  /** versions made by the clock: all for so long, then the last of each day, then the last of each week */
  versionsKeepAllMs: 48 * 60 * 60 * 1000,
  versionsKeepDailyMs: 90 * 24 * 60 * 60 * 1000,
  /** those made before a restore or a bulk delete: as long as «angre» works */
  versionsKeepSafetyMs: 30 * 24 * 60 * 60 * 1000,
  /** of those that nobody has named; past it the oldest go */
  versionBytesPerDocument: 24_000_000,
  /** they are kept for ever */
  namedVersionsPerDocument: 200,
  /** of one board, by its team; each keeps the whole board first. Facilitators restore as they like */
  editorsRestoresPerHour: 20,
  /** entries of a document's history in one answer */
  historyPage: 200,
  /** a command that waited longer than this on a device, after it was applied, is not known again */
  commandsKeepMs: 60 * 24 * 60 * 60 * 1000,
  // HTTP
  bodyBytes: 512_000,
  /** of somebody who is not signed in */
  strangersBodyBytes: 10_000,
  /** connections that nobody is signed in on; past it the one that was silent for longest is cut off */
  strangers: 4_000,
  /** of one connection, sent before the one in front of them was answered; past it the connection is cut off */
  requestsWaiting: 32,
  headersTimeoutMs: 15_000,
  requestTimeoutMs: 30_000,
  /** sessions opened by one card or link: so many at once, then so many a minute */
  joinsAtOnce: 2_000,
  joinsPerMinute: 120,
  /** wrong codes, over the whole server */
  wrongSecretsPerSecond: 10,
  /** typed codes, right or wrong, while somebody guesses: years for one hit */
  brakedCodesPerSecond: 100,
  /** requests of one person that take a whole board, while one of anybody's is under way */
  heavyWaiting: 20,
  commandsPerMinute: 120,
  /** of one person; what waited without net comes at once */
  commentsPerMinute: 30,
  commentsPerTeam: 5_000,
  // Access
  sessionMs: 400 * 24 * 60 * 60 * 1000,
  cardMs: 730 * 24 * 60 * 60 * 1000,
  linkMs: 180 * 24 * 60 * 60 * 1000,
  /** stopping: no more snapshots after this */
  stopSnapshotsMs: 1_500,
  /** stopping: after this the process ends anyway */
  stopMs: 4_500,
} as const

/** The type of {@link serverLimits}, so that tests can pass smaller ones. */
export type ServerLimits = { readonly [K in keyof typeof serverLimits]: number }
