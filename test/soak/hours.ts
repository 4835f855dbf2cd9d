/** What a gathering asks of the server in one of its hours. Rates are a second, over everybody. */
export type Hour = { what: string; connected: number; editors: number; edits: number; pointers: number }

/** The sixteen hours of two days: 24 teams, some 150 people, at most 140 of them writing at once. */
export const hours: readonly Hour[] = [
  { what: 'day 1, 09:30 people come in', connected: 90, editors: 15, edits: 27, pointers: 75 },
  { what: '10:00 welcome and a talk', connected: 150, editors: 10, edits: 18, pointers: 50 },
  { what: '11:30 the model and SMARTE', connected: 150, editors: 20, edits: 36, pointers: 100 },
  { what: '12:15 lunch, the lids are shut', connected: 60, editors: 5, edits: 9, pointers: 25 },
  { what: '13:15 plenary, all wake up at once', connected: 152, editors: 12, edits: 22, pointers: 60 },
  { what: '14:15 plenary goes on', connected: 152, editors: 12, edits: 22, pointers: 60 },
  { what: '15:00 actor maps in the teams', connected: 146, editors: 110, edits: 198, pointers: 550 },
  { what: '16:00 a talk and voices', connected: 150, editors: 15, edits: 27, pointers: 75 },
  { what: 'day 2, 08:30 people come in', connected: 148, editors: 10, edits: 18, pointers: 50 },
  { what: '10:00 maps and goals in the teams', connected: 146, editors: 125, edits: 225, pointers: 625 },
  { what: '11:15 the toolbox', connected: 150, editors: 30, edits: 54, pointers: 150 },
  { what: '12:00 lunch', connected: 50, editors: 5, edits: 9, pointers: 25 },
  { what: '13:00 everybody writes', connected: 152, editors: 140, edits: 252, pointers: 700 },
  { what: '13:45 a talk', connected: 150, editors: 10, edits: 18, pointers: 50 },
  { what: '14:45 plenary, goals are merged', connected: 152, editors: 30, edits: 54, pointers: 150 },
  { what: '15:45 evaluation, everybody leaves', connected: 152, editors: 1, edits: 1, pointers: 0 },
]
