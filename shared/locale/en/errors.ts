import type { errors as nb } from '../nb/errors.ts'

export const errors: typeof nb = {}
