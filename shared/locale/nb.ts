import { map } from './nb/map.ts'
import { phases } from './nb/phases.ts'
import { talk } from './nb/talk.ts'
import { common } from './nb/common.ts'
import { errors } from './nb/errors.ts'
import { goals } from './nb/goals.ts'
import { join } from './nb/join.ts'
import { team } from './nb/team.ts'
import { console } from './nb/console.ts'
import { projector } from './nb/projector.ts'

/** Bokmål: the catalogue that gives the others their shape. */
export const nb = { common, errors, join, team, goals, console, projector, map, phases, talk }

/** Every sentence of the product. A missing one in another language is a compile error. */
export type Messages = typeof nb
