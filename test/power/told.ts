/**
 * What a test notes in a trace of what it asked a server for (`asked…`, before it is sent) and of what it was answered
 * (after it has come). `at` is ms since 1970.
 */
export type Told =
  | { kind: 'row'; table: string; id: string }
  /** it was listed, or made by name; `keys` are edits that were acknowledged before it was asked for */
  | { kind: 'version'; documentId: string; id: number; at: number; keys: string[] }
  /** a restore that keeps some edits and takes back others: all of them or none */
  | { kind: 'askedRestore'; documentId: string; takesBack: string[] }
  | { kind: 'restored'; documentId: string }
  /** a text that is to be nowhere any more but in these backups: in the values of these edits of the first document */
  | { kind: 'askedPurge'; documentIds: string[]; text: string; keys: string[]; at: number; backups: string[] }
  | { kind: 'purged'; text: string; at: number }
  /** a backup under this name in the data folder, with everything that was acknowledged before it was asked for */
  | { kind: 'backedUp'; name: string; documentId: string; keys: string[] }

type Asked<K extends Told['kind']> = Extract<Told, { kind: K }>

/** Those of one kind, in their order. */
export function ofKind<K extends Told['kind']>(all: readonly Told[], kind: K): Asked<K>[] {
  return all.filter((told): told is Asked<K> => told.kind === kind)
}
