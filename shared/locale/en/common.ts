import type { common as nb } from '../nb/common.ts'

export const common: typeof nb = {}
