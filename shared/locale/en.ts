import type { Messages } from './nb.ts'
import { map } from './en/map.ts'
import { phases } from './en/phases.ts'
import { talk } from './en/talk.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { goals } from './en/goals.ts'
import { join } from './en/join.ts'
import { team } from './en/team.ts'
import { console } from './en/console.ts'
import { projector } from './en/projector.ts'

export const en: Messages = { common, errors, join, team, goals, console, projector, map, phases, talk }
