import type { help as nb } from '../nb/help.ts'

export const help: typeof nb = {}
