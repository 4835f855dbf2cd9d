import * as Y from 'yjs'

const roots = ['goals', 'measures', 'actions', 'maps', 'sectors', 'actors', 'placements', 'lines', 'steps', 'cards']
const fields = [
  ...[
    'deletedAt',
    'order',
    'boardId',
    'name',
    'mapId',
    'actorId',
    'text',
    'state',
    'relation',
    'owner',
    'goalId',
    'from',
  ],
  ...[
    'due',
    'value',
    'to',
    'title',
    'sector',
    'phase',
    'parentId',
    'page',
    'note',
    'nextStep',
    'learnt',
    'kind',
    'level',
  ],
  ...[
    'involvement',
    'interest',
    'influence',
    'importance',
    'coverName',
    'baseline',
    'target',
    'unit',
    'smarte',
    'people',
  ],
]
/** What a field may be in place of what it should be. */
const values: (() => unknown)[] = [
  () => 7,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 2n ** 60n,
  () => '',
  () => '__proto__',
  () => 'constructor',
  () => '9999-99-99',
  () => null,
  () => undefined,
  () => true,
  () => [],
  () => [null, 7],
  () => ({}),
  () => ({ toString: 1, valueOf: null, length: -1 }),
  () => new Uint8Array(3),
  () => new Y.Map([['x', 1]]),
  () => new Y.Array(),
  () => new Y.Text('tekst'),
  () => new Y.XmlElement('p'),
]

/** Boards where every part and every field is something else than it should be; each as one update to an empty board. */
export function oddBoards(): Uint8Array[] {
  return values.flatMap((value, at) => {
    const inPlace = new Y.Doc()
    const inFields = new Y.Doc()
    inPlace.clientID = 6_000 + at
    inFields.clientID = 6_100 + at
    inPlace.transact(() => {
      for (const root of roots) for (const key of [`odd${at}`, '__proto__', '']) inPlace.getMap(root).set(key, value())
    })
    inFields.transact(() => {
      for (const root of roots) {
        const entity = new Y.Map<unknown>()
        inFields.getMap<Y.Map<unknown>>(root).set(`odd${at}`, entity)
        for (const field of fields) entity.set(field, value())
      }
    })
    return [Y.encodeStateAsUpdate(inPlace), Y.encodeStateAsUpdate(inFields)]
  })
}
