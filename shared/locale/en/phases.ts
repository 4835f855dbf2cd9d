import type { phases as nb } from '../nb/phases.ts'

export const phases: typeof nb = {}
