import type { team as nb } from '../nb/team.ts'

export const team: typeof nb = {}
