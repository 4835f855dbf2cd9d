import type { map as nb } from '../nb/map.ts'

export const map: typeof nb = {}
