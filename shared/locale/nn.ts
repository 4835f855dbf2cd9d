import type { Messages } from './nb.ts'
import { common } from './nn/common.ts'
import { errors } from './nn/errors.ts'
import { join } from './nn/join.ts'
import { team } from './nn/team.ts'
import { talk } from './nn/talk.ts'
import { reading } from './nn/reading.ts'
import { editing } from './nn/editing.ts'
import { goals } from './nn/goals.ts'
import { map } from './nn/map.ts'
import { phases } from './nn/phases.ts'
import { console } from './nn/console.ts'
import { projector } from './nn/projector.ts'
import { help } from './nn/help.ts'
import { privacy } from './nn/privacy.ts'
import { notSent } from './nn/notSent.ts'
import { care } from './nn/care.ts'

export const nn: Messages = {
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
