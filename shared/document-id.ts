import { documentKinds, type DocumentKind } from './roles.ts'

/** `kind` says which permissions apply; `key` is a team's, gathering's or network's id. */
export type DocumentName = { kind: DocumentKind; key: string }

const pattern = /^([a-z]+):([A-Za-z0-9_-]{1,64})$/

/** `team:abc` → its parts, or null. Bad ids are rejected, never rewritten: two names must not share a document. */
export function parseDocumentId(id: string): DocumentName | null {
  const match = pattern.exec(id)
  const kind = documentKinds.find((candidate) => candidate === match?.[1])
  const key = match?.[2]
  return kind && key ? { kind, key } : null
}

/** The id of a document: `documentId('team', 'abc')` is `team:abc`. */
export function documentId(kind: DocumentKind, key: string): string {
  return `${kind}:${key}`
}
