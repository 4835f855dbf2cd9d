import type { Messages } from './nb.ts'
import { map } from './nn/map.ts'
import { phases } from './nn/phases.ts'
import { talk } from './nn/talk.ts'
import { common } from './nn/common.ts'
import { errors } from './nn/errors.ts'
import { goals } from './nn/goals.ts'
import { join } from './nn/join.ts'
import { team } from './nn/team.ts'
import { console } from './nn/console.ts'
import { projector } from './nn/projector.ts'

export const nn: Messages = { common, errors, join, team, goals, console, projector, map, phases, talk }
