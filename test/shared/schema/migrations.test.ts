import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentKinds, type DocumentKind } from '../../../shared/roles.ts'
import { initialState, migrate, migrations, schemaVersion, versionOf } from '../../../shared/schema/migrations.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { actionsOf, deletedActionsOf } from '../../../shared/select/actions.ts'
import { allGoals, deletedGoals } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'

/** A document as one version of the product saved it; `holds` is its content as that version read it. */
type Fixture = { kind: DocumentKind; version: number; update: string; holds: Record<string, unknown> }

const folder = new URL('../../fixtures/schema/', import.meta.url)
const fixtures = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture)

function open(fixture: Fixture): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(fixture.update, 'base64'))
  return doc
}

const stateOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

describe('migrations', () => {
  test('[MO16] are numbered from 1 without gaps', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
    expect(schemaVersion).toBe(migrations.length)
  })

  // A new migration needs a saved document of the version before it: make it before changing the schema.
  test.each(migrations.flatMap(({ version, kinds }) => kinds.map((kind) => ({ version, kind }))))(
    '[MO16] $version is exercised on a $kind document',
    ({ version, kind }) => {
      const before = fixtures.find((fixture) => fixture.kind === kind && fixture.version === version - 1)
      if (!before) throw new Error(`test/fixtures/schema has no ${kind} of version ${version - 1}`)
      const doc = open(before)
      expect(versionOf(doc)).toBe(version - 1)
      migrate(doc, kind)
      expect(versionOf(doc)).toBe(schemaVersion)
    },
  )

  test.each(documentKinds)('[MO16] there is a saved %s document of the present version', (kind) => {
    const now = fixtures.find((fixture) => fixture.kind === kind && fixture.version === schemaVersion)
    expect(now && versionOf(open(now))).toBe(schemaVersion)
  })

  test.each(fixtures)('[MO16] $kind of version $version: twice does what once does, and nothing is lost', (fixture) => {
    const doc = open(fixture)
    migrate(doc, fixture.kind)
    const once = stateOf(doc)
    migrate(doc, fixture.kind)
    expect(stateOf(doc)).toBe(once)
    for (const root of Object.keys(fixture.holds)) if (root !== 'sentence') doc.getMap(root)
    if ('sentence' in fixture.holds) doc.getText('sentence')
    // Version 1 is the first shape: everything stands as it was saved. A later migration says here what it changes.
    expect({ ...doc.toJSON(), meta: undefined }).toEqual({ ...fixture.holds, meta: undefined })
  })

  test.each(fixtures.filter((fixture) => fixture.kind === 'team'))(
    '[MO16] a team’s board of version $version reads as it was',
    (fixture) => {
      const doc = open(fixture)
      migrate(doc, 'team')
      const board = openTeamDocument(doc)
      expect(allGoals(board)).toMatchObject([
        {
          id: 'g1',
          title: 'Alle får en plan før hjemreise',
          state: 'chosen',
          answers: { specific: { value: true, text: 'Planen er klar dagen før' }, realistic: { value: false } },
        },
        { id: 'g2', state: 'proposed', parentId: 'g1' },
      ])
      expect(deletedGoals(board).map((goal) => goal.id)).toEqual(['g3'])
      expect(measureOf(board, 'g1')).toMatchObject({
        name: 'Hjemreiser med plan',
        baseline: 20,
        target: 80,
        due: '2027-06-01',
      })
      expect(actionsOf(board, 'g1')).toMatchObject([{ id: 't1', state: 'done', due: '2027-02-15' }])
      expect(deletedActionsOf(board, 'g1')).toMatchObject([{ id: 't2' }])
    },
  )

  test.each(documentKinds)('[MO16] a new %s document is of the present version and holds nothing else', (kind) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, initialState(kind))
    doc.getMap('meta')
    expect(doc.toJSON()).toEqual({ meta: { schemaVersion } })
  })

  test('[MO16] a document of a newer version is left alone', () => {
    const doc = new Y.Doc()
    doc.getMap('meta').set('schemaVersion', schemaVersion + 1)
    migrate(doc, 'team')
    expect(versionOf(doc)).toBe(schemaVersion + 1)
  })
})
