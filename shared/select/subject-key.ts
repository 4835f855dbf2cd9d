import type { Subject } from '../schema/talk.ts'

/** The same value for the same subject: for maps and lookups. */
export const subjectKey = ({ kind, id }: Subject): string => `${kind}:${id}`
