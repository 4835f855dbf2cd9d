import type { Messages } from './nb.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { join } from './en/join.ts'
import { team } from './en/team.ts'
import { talk } from './en/talk.ts'
import { reading } from './en/reading.ts'
import { editing } from './en/editing.ts'
import { goals } from './en/goals.ts'
import { map } from './en/map.ts'
import { phases } from './en/phases.ts'
import { console } from './en/console.ts'
import { projector } from './en/projector.ts'
import { help } from './en/help.ts'
import { privacy } from './en/privacy.ts'
import { notSent } from './en/notSent.ts'
import { care } from './en/care.ts'

export const en: Messages = {
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
