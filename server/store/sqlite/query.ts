import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

type Column = string | number | null | Uint8Array

/** A statement prepared once, with the types of its parameters and of its rows. */
export type Query<P extends SQLInputValue[], R> = {
  all(...params: P): R[]
  get(...params: P): R | null
  /** How many rows were changed. */
  run(...params: P): number
}

/** Prepares `sql`. The row type is what the columns of a STRICT table promise; `query` does not check it again. */
export function query<P extends SQLInputValue[], R extends Record<string, Column> = Record<string, never>>(
  db: DatabaseSync,
  sql: string,
): Query<P, R> {
  const statement = db.prepare(sql)
  return {
    all: (...params) => statement.all(...params) as R[],
    get: (...params) => (statement.get(...params) as R | undefined) ?? null,
    run: (...params) => Number(statement.run(...params).changes),
  }
}

/** A list of strings in one column. They are read and written whole and never searched. */
export function toList(json: string): string[] {
  return (JSON.parse(json) as unknown[]).map(String)
}
