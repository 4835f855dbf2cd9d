import type { goals as nb } from '../nb/goals.ts'

export const goals: typeof nb = {}
