import type { projector as nb } from '../nb/projector.ts'

export const projector: typeof nb = {}
