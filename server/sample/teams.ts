import type { SampleTeam } from './sample-team.ts'
import { teams01to04 } from './teams-01-04.ts'
import { teams05to08 } from './teams-05-08.ts'
import { teams09to12 } from './teams-09-12.ts'
import { teams13to16 } from './teams-13-16.ts'
import { teams17to20 } from './teams-17-20.ts'
import { teams21to24 } from './teams-21-24.ts'

/** The teams of the sample network, by number from 1. */
export const sampleTeams: readonly SampleTeam[] = [
  ...teams01to04,
  ...teams05to08,
  ...teams09to12,
  ...teams13to16,
  ...teams17to20,
  ...teams21to24,
]
