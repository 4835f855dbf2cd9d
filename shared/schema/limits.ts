/** Largest sizes, in UTF-16 units for text and in items for lists. The server's own limits are in `server/limits.ts`. */
export const limits = {
  goalTitle: 300,
  smarteAnswer: 600,
  measureName: 160,
  unit: 24,
  actionText: 300,
  coverName: 40,
  actorName: 80,
  sectorName: 60,
  learnt: 2_000,
  nextStep: 300,
  lineNote: 300,
  cardText: 400,
  comment: 2_000,
  personName: 60,
  personTitle: 60,
  teamName: 80,
  municipality: 60,
  municipalitiesPerTeam: 20,
  teamsPerRequest: 500,
  networkName: 120,
  gatheringName: 120,
  place: 120,
  gatheringDays: 14,
  versionName: 120,
  /** what a purge looks for */
  unwantedText: 300,
  sentence: 300,
  /** a fractional index; a longer one makes its list get new ones */
  orderKey: 100,
  /** baseline, target and points: neither above this nor below its negative */
  amount: 1e12,
} as const

/** A deleted goal or action can be taken back for this long; then the server sweeps it. */
export const undeleteMs = 30 * 24 * 60 * 60 * 1000
