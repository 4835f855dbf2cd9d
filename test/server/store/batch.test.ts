import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { runBatch } from '../../../server/store/sqlite/batch.ts'

let db: DatabaseSync

beforeEach(() => {
  db = new DatabaseSync(':memory:')
  db.exec(`CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE things (name TEXT UNIQUE NOT NULL, parent INTEGER REFERENCES parents) STRICT`)
})

function add(name: string): () => string {
  return () => {
    db.prepare('INSERT INTO things (name) VALUES (?)').run(name)
    return name
  }
}

function run(jobs: (() => string)[]) {
  return runBatch(db, jobs, (job) => job())
}

function names(): unknown[] {
  return db
    .prepare('SELECT name FROM things ORDER BY rowid')
    .all()
    .map((row) => row['name'])
}

test('[ST11] a job that throws, expected or not, undoes only itself', () => {
  const outcomes = run([
    add('one'),
    () => {
      add('half')()
      throw new AppError('secretUsed')
    },
    add('one'),
    () => {
      add('other half')()
      throw new TypeError('a mistake')
    },
    add('two'),
  ])
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.error.code))).toEqual([
    'one',
    'secretUsed',
    'storeFailed',
    'storeFailed',
    'two',
  ])
  expect(names()).toEqual(['one', 'two'])
})

test('[ST11] a COMMIT that fails rejects every job, keeps nothing, and the next batch goes through', () => {
  const outcomes = run([
    add('one'),
    () => {
      // Checked at COMMIT, and wrong then.
      db.exec('PRAGMA defer_foreign_keys = ON')
      db.exec(`INSERT INTO things VALUES ('orphan', 99)`)
      return 'orphan'
    },
    add('two'),
  ])
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.error.code))).toEqual([
    'storeFailed',
    'storeFailed',
    'storeFailed',
  ])
  expect(names()).toEqual([])
  expect(run([add('three')])).toEqual([{ ok: true, value: 'three' }])
  expect(names()).toEqual(['three'])
})

test('[ST11] a full disk rejects what does not fit, and nothing half is kept', () => {
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
  db.exec(`PRAGMA max_page_count = ${pages + 2}`)
  const outcomes = run([add('one'), add('x'.repeat(50_000))])
  expect(outcomes[1]).toMatchObject({ ok: false, error: { code: 'storeFailed' } })
  const kept = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  expect(names()).toEqual(kept)
  expect(run([add('two')])).toEqual([{ ok: true, value: 'two' }])
  expect(names()).toEqual([...kept, 'two'])
})

test('[DI11] a row that points at nothing is notFound', () => {
  const [outcome] = run([
    () => {
      db.exec(`INSERT INTO things VALUES ('orphan', 99)`)
      return 'orphan'
    },
  ])
  expect(outcome).toMatchObject({ ok: false, error: { code: 'notFound' } })
})
