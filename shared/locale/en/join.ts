import type { join as nb } from '../nb/join.ts'

export const join: typeof nb = {}
