import type { talk as nb } from '../nb/talk.ts'

export const talk: typeof nb = {}
