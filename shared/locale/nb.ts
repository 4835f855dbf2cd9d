import { common } from './nb/common.ts'
import { errors } from './nb/errors.ts'
import { join } from './nb/join.ts'
import { team } from './nb/team.ts'
import { talk } from './nb/talk.ts'
import { reading } from './nb/reading.ts'
import { editing } from './nb/editing.ts'
import { goals } from './nb/goals.ts'
import { map } from './nb/map.ts'
import { phases } from './nb/phases.ts'
import { console } from './nb/console.ts'
import { projector } from './nb/projector.ts'
import { help } from './nb/help.ts'
import { privacy } from './nb/privacy.ts'
import { notSent } from './nb/notSent.ts'
import { care } from './nb/care.ts'

/** Bokmål: the catalogue that gives the others their shape. */
export const nb = {
  common,
  errors,
  join,
  team,
  talk,
  reading,
  editing,
  goals,
  map,
  phases,
  console,
  projector,
  help,
  privacy,
  notSent,
  care,
}

/** Every sentence of the product. A missing one in another language is a compile error. */
export type Messages = typeof nb
