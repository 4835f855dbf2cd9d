import fc from 'fast-check'

/** One request of the fuzzing. */
export type FuzzInput = { who: string; method: string; path: string; headers: Record<string, string>; body: Uint8Array }

/** What is there to be named in requests. */
export type FuzzWorld = {
  /** tokens by who has them; '' for nobody */
  tokens: Record<string, string>
  networkIds: string[]
  teamIds: string[]
  personIds: string[]
  secrets: string[]
  versionIds: string[]
  commentIds: string[]
}

const junkTexts = ['', ' ', '\0', '\ud800', '__proto__', 'constructor', '../..', "' OR 1=1--", '\u202e', 'é'.repeat(70)]
const junk = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, 0, -0, -1, 1e308, 2 ** 53, [], {}, [[]], ...junkTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ minLength: 300, maxLength: 3_000 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)
const junkPart = fc.oneof(
  fc.constantFrom('x', '0', '-1', '%00', '%2e%2e', '%ff', '1e3', '__proto__', 'a'.repeat(300), '%E0%A4%A', '*', '%20'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => encodeURIComponent(text)),
)

/** Every route with how its address and a body that it would take are made. */
function routes(world: FuzzWorld) {
  const some = <T>(values: readonly T[]) => fc.constantFrom(...values)
  const network = some(world.networkIds)
  const team = some(world.teamIds)
  const person = some(world.personIds)
  const version = some(world.versionIds)
  const text = fc.constantFrom('Nils', 'Granvik', 'Etter dag 1', 'å være enige')
  const uuid = fc.oneof(fc.uuid(), some(world.commentIds))
  const none = fc.constant(undefined)
  const subject = fc.record({
    kind: some(['team', 'goal', 'map', 'actor', 'card']),
    id: some(['team', 'g1', 'nowhere']),
  })
  const base = { id: uuid, teamId: team }
  const commentId = some(world.commentIds)
  const command = fc.oneof(
    fc.record({
      ...base,
      type: fc.constant('comment'),
      subject,
      text,
      withoutName: fc.boolean(),
      replyTo: fc.option(uuid),
    }),
    fc.record({ ...base, type: fc.constant('takeBackComment'), commentId }),
    fc.record({
      ...base,
      type: fc.constant('settleComment'),
      commentId,
      state: some(['open', 'answered', 'resolved']),
    }),
    fc.record({ ...base, type: fc.constant('hideComment'), commentId, hidden: fc.boolean() }),
    fc.record({
      ...{ ...base, type: fc.constant('agreeToGoal'), goalId: some(['g1', 'nowhere']) },
      ...{ wording: fc.constant('0123456789abcdef'), answer: some(['agree', 'notYet', 'none']) },
    }),
  )
  const named = fc.record({ name: text })
  const secret = some(world.secrets)
  const route = (
    weight: number,
    method: string,
    parts: (string | fc.Arbitrary<string>)[],
    body: fc.Arbitrary<unknown>,
  ) => ({
    weight,
    arbitrary: fc
      .tuple(fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))), body)
      .map(([path, value]) => ({ method, path, value })),
  })
  /** An id of something that nobody has: what would take away the ground under the next requests. */
  const nothing = fc.constant('nothing')
  return fc.oneof(
    route(40, 'POST', ['commands'], command),
    route(2, 'POST', ['sessions'], fc.record({ secret, name: text, language: some(['nb', 'nn', 'en']) })),
    route(3, 'POST', ['secrets', 'lookup'], fc.record({ secret })),
    route(2, 'GET', ['session'], none),
    route(
      4,
      'PATCH',
      ['session'],
      fc.record({ name: text, title: text, language: fc.constant('nn'), networkId: network }),
    ),
    route(1, 'POST', ['session', 'way-back'], fc.constant({})),
    route(1, 'POST', ['networks'], named),
    route(1, 'GET', ['networks', network], none),
    route(2, 'PATCH', ['networks', network], named),
    route(1, 'GET', ['networks', network, 'online'], none),
    route(
      2,
      'POST',
      ['networks', network, 'gatherings'],
      fc.record({ name: text, place: text, days: fc.constant(['2027-03-17']) }),
    ),
    route(2, 'POST', ['networks', network, 'teams'], fc.record({ teams: fc.array(named, { maxLength: 2 }) })),
    route(2, 'PATCH', ['networks', network, 'teams', team], fc.record({ name: text, municipalities: fc.array(text) })),
    route(1, 'DELETE', ['networks', network, 'teams', nothing], none),
    route(1, 'POST', ['networks', network, 'teams', team, 'restore'], fc.constant({})),
    route(1, 'POST', ['networks', network, 'teams', team, 'card'], fc.constant({})),
    route(1, 'DELETE', ['networks', network, 'teams', nothing, 'card'], none),
    route(2, 'PATCH', ['networks', network, 'people', person], fc.record({ teamId: team })),
    route(1, 'DELETE', ['networks', network, 'people', nothing], none),
    route(
      2,
      'POST',
      ['networks', network, 'links'],
      fc.record({ role: some(['editor', 'commenter', 'display']), teamIds: fc.array(team) }),
    ),
    route(1, 'DELETE', ['networks', network, 'links', nothing], none),
    route(1, 'GET', ['teams', team, 'agreements'], none),
    route(1, 'GET', ['teams', team, 'comments', 'own'], none),
    route(1, 'GET', ['teams', team, 'comments', 'hidden'], none),
    route(1, 'GET', ['teams', team, 'versions'], none),
    route(1, 'POST', ['teams', team, 'versions'], named),
    route(1, 'GET', ['teams', team, 'versions', version], none),
    route(1, 'POST', ['teams', team, 'versions', version, 'restore'], fc.constant({})),
    route(2, 'GET', ['teams', team, 'history'], none),
    route(1, 'POST', ['teams', team, 'find'], fc.record({ text })),
    route(1, 'POST', ['teams', team, 'purge'], fc.constant({ item: { kind: 'goal', id: 'nowhere' } })),
    route(1, 'GET', ['technical'], none),
    route(1, 'PUT', ['nothing'], none),
  )
}

type Change = { at: number; how: 'replace' | 'remove' | 'add' | 'wrap'; key: string; value: unknown }
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(30),
  how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'wrap'),
  key: fc.constantFrom('__proto__', 'constructor', 'id', 'type', 'personId', 'role', 'x', '0'),
  value: junk,
})

/** The value with one of its parts made otherwise; parts are counted from the outside in. */
function changed(value: unknown, { at, how, key, value: other }: Change): unknown {
  let left = at
  const visit = (part: unknown): unknown => {
    left -= 1
    if (left < 0 && left > -1_000) {
      left = -1_000
      if (how === 'wrap') return [part]
      if (how === 'replace' || typeof part !== 'object' || part === null) return other
      const entries = Object.entries(part)
      return fromEntries(how === 'remove' ? entries.slice(1) : [...entries, [key, other]])
    }
    if (Array.isArray(part)) return part.map(visit)
    if (typeof part !== 'object' || part === null) return part
    return fromEntries(Object.entries(part).map(([name, inner]) => [name, visit(inner)]))
  }
  return visit(value)
}

/** As `Object.fromEntries`, with `__proto__` a key like any other, as JSON has it. */
function fromEntries(entries: [string, unknown][]): object {
  const made = {}
  for (const [key, value] of entries) Object.defineProperty(made, key, { value, enumerable: true, configurable: true })
  return made
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const types = ['application/json', 'application/json; charset=utf-8', 'text/plain', '', 'application/json5']
const queries = [
  'from=0',
  'to=9',
  'from=x',
  'cursor=1.a',
  'cursor=..',
  'personId=%00',
  'limit=1e9',
  'a&b&&=',
  '%ff=%',
  'from=0&from=1',
]

const jsonOf = (value: unknown) => bytesOf(JSON.stringify(value) ?? '')

/** How the bytes of a body are made of a value that its route would take. Built once: making them anew takes most of the time. */
const bodies: fc.Arbitrary<(value: unknown) => Uint8Array> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(jsonOf) },
  {
    weight: 14,
    arbitrary: fc
      .array(change, { minLength: 1, maxLength: 3 })
      .map((all) => (value: unknown) => jsonOf(all.reduce(changed, value))),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(300), fc.uint8Array({ minLength: 1, maxLength: 4 })).map(
      ([at, some]) =>
        (value: unknown) =>
          spoilt(jsonOf(value), at, some),
    ),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => () => bytes) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 6 }).map((any) => () => jsonOf(any)) },
)

/** Requests that are wrong in one way or another, and some that are right. */
export function fuzzInputs(world: FuzzWorld): fc.Arbitrary<FuzzInput> {
  return fc
    .tuple(
      fc.tuple(routes(world), bodies).map(([made, make]) => ({ ...made, bytes: make(made.value) })),
      // Mostly somebody who may: others are stopped at the door.
      fc.constantFrom('facilitator', 'facilitator', 'editor', 'editor', 'editor', ...Object.keys(world.tokens)),
      fc.tuple(fc.nat(9), fc.nat(4), junkPart),
      fc.tuple(fc.nat(9), fc.constantFrom(...types), fc.constantFrom(...queries), fc.boolean()),
    )
    .map(([made, who, [whether, which, part], [oddity, type, query, byCookie]]) => {
      const parts = whether < 2 ? made.path.map((own, at) => (at === which ? part : own)) : made.path
      const token = world.tokens[who] ?? ''
      const headers: Record<string, string> = {}
      if (token !== '')
        headers[byCookie ? 'cookie' : 'authorization'] = byCookie ? `samtavle=${token}` : `Bearer ${token}`
      const hasBody = made.method !== 'GET' && made.method !== 'DELETE'
      if (hasBody) headers['content-type'] = oddity === 0 ? type : 'application/json'
      if (oddity === 1) headers['origin'] = query.includes('x') ? 'null' : 'http://evil.example'
      if (oddity === 2) headers['accept-language'] = part
      const path = `/api/${parts.join('/')}${oddity > 6 ? `?${query}` : ''}`
      return { who, method: made.method, path, headers, body: hasBody ? made.bytes : new Uint8Array() }
    })
}

/** Bytes of a JSON text, some of them others. */
function spoilt(bytes: Uint8Array, at: number, some: Uint8Array): Uint8Array {
  const from = bytes.length === 0 ? 0 : at % bytes.length
  return Buffer.concat([bytes.subarray(0, from), some, bytes.subarray(from + (at % 3))])
}
