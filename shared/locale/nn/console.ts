import type { console as nb } from '../nb/console.ts'

export const console: typeof nb = {}
