import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentKinds, type DocumentKind } from '../../../shared/roles.ts'
import { initialState, migrate, migrations, schemaVersion, versionOf } from '../../../shared/schema/migrations.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { actionsOf, deletedActionsOf } from '../../../shared/select/actions.ts'
import { allGoals, deletedGoals } from '../../../shared/select/goals.ts'
import { actorMapView, actorsOn, allMaps, allSectors, deletedMaps } from '../../../shared/select/actorMaps.ts'
import { deletedCards, phaseViews } from '../../../shared/select/phases.ts'
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

/** What migration 2 gives a team. */
const municipalMap = {
  municipal: { level: 'municipal', coverName: '', order: 'a0', createdAt: 1, deletedAt: null },
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
    // Everything stands as it was saved, but for what the migrations since say that they change.
    const expected: Record<string, unknown> = { ...fixture.holds, meta: undefined }
    if (fixture.kind === 'team' && fixture.version < 2) expected['maps'] = municipalMap
    expect({ ...doc.toJSON(), meta: undefined }).toEqual(expected)
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
    for (const root of ['meta', 'maps']) doc.getMap(root)
    expect(doc.toJSON()).toEqual({ meta: { schemaVersion }, maps: kind === 'team' ? municipalMap : {} })
  })

  test('[MO16] a team’s maps and phases of version 2 read as they were', () => {
    const fixture = fixtures.find(({ kind, version }) => kind === 'team' && version === 2)
    if (!fixture) throw new Error('no fixture')
    const doc = open(fixture)
    migrate(doc, 'team')
    const board = openTeamDocument(doc)
    expect(allMaps(board).map((map) => [map.id, map.coverName])).toEqual([
      ['m1', 'Kari'],
      ['municipal', ''],
    ])
    expect(deletedMaps(board)).toMatchObject([{ id: 'm2', coverName: 'Ola' }])
    expect(actorMapView(board, 'm1')).toMatchObject({
      actors: [
        {
          name: 'DPS',
          sector: 'specialist',
          importance: 3,
          relation: 'weak',
          involvement: 'with',
          influence: 'high',
          learnt: 'Epikrisen kommer ofte for sent',
          nextStepOwner: { name: 'Mette' },
          nextStepDue: '2027-03-17',
        },
        { name: 'Fastlege', importance: 2, relation: null },
      ],
      lines: [{ from: 'a1', to: 'a2', kind: 'together', relation: 'missing' }],
    })
    expect(actorsOn(board, 'municipal')).toMatchObject([{ name: 'DPS', importance: 1, relation: null }])
    expect(allSectors(board).filter((sector) => sector.name !== '')).toMatchObject([
      { id: 'state', name: 'NAV' },
      { id: 's1', name: 'Skolen' },
    ])
    expect(phaseViews(board, 'team')[1]).toMatchObject({
      state: 'started',
      cards: [{ text: 'Spørre DPS om tall', owner: { personId: 'p1' }, due: '2027-03-17' }],
    })
    expect([phaseViews(board, 'g1')[2]?.state, deletedCards(board, 'g1').length]).toEqual(['started', 1])
  })

  test('[MO16] a document of a newer version is left alone', () => {
    const doc = new Y.Doc()
    doc.getMap('meta').set('schemaVersion', schemaVersion + 1)
    migrate(doc, 'team')
    expect(versionOf(doc)).toBe(schemaVersion + 1)
  })
})
