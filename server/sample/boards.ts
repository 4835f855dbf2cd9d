import { boards01to06 } from './boards-01-06.ts'
import { boards07to12 } from './boards-07-12.ts'
import { boards13to24 } from './boards-13-24.ts'
import type { SampleBoards } from './sample-boards.ts'

/** The teams' maps, phase boards and comments, by the team's number; a team that has not begun is not in it. */
export const sampleBoards: Readonly<Record<number, SampleBoards>> = {
  ...boards01to06,
  ...boards07to12,
  ...boards13to24,
}

/** Who follows the network from home, by a link for commenters that reaches every team. */
export const sampleCommenters: readonly string[] = ['Aud', 'Jonas Dahl']
