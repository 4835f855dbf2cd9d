import type { DatabaseSync } from 'node:sqlite'
import { schemaStep1 } from './schema-step-1.ts'
import { schemaStep2 } from './schema-step-2.ts'
import { schemaStep3 } from './schema-step-3.ts'

/** Append-only: a step is never edited once shipped. The number of steps a database has run is its `user_version`. */
const steps: readonly string[] = [schemaStep1, schemaStep2, schemaStep3]

/** The version that this code writes and reads. */
export const sqlVersion = steps.length

/** The version that the database says it has; 0 for an empty one. */
export function sqlVersionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}

/** Runs the steps that the database has not run, each in a transaction with its number. */
export function migrateSql(db: DatabaseSync): void {
  for (const [index, step] of steps.entries()) {
    if (index < sqlVersionOf(db)) continue
    db.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}
