import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'

let under: AttackedHall
beforeAll(async () => {
  under = await openAttackedHall()
})
afterAll(() => under.close())

type Attack = { name: string; path?: () => string; body: () => string | Uint8Array; type?: string; expect: string }

const commands = () => '/api/commands'
const self = () => '/api/session'
const command = (more = '') =>
  `{"id":"${crypto.randomUUID()}","type":"comment","teamId":"${under.network.first.id}",` +
  `"subject":{"kind":"team","id":"team"},"text":"AVVIST","withoutName":false,"replyTo":null${more}}`
const text = (value: string) => command().replace('"AVVIST"', value)
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

/** What is sent to `/api/commands` or the session by an editor, and the code that it is refused with. */
const attacks: Attack[] = [
  { name: 'nothing at all', body: () => '', expect: '400 badRequest' },
  { name: 'no JSON', body: () => 'AVVIST', expect: '400 badRequest' },
  { name: 'JSON that ends too soon', body: () => command().slice(0, -1), expect: '400 badRequest' },
  { name: 'two in one', body: () => command() + command(), expect: '400 badRequest' },
  { name: 'a list of commands', body: () => `[${command()}]`, expect: '400 badRequest' },
  { name: 'a form', body: () => 'text=AVVIST', type: 'application/x-www-form-urlencoded', expect: '400 badRequest' },
  { name: 'JSON as text', body: () => command(), type: 'text/plain', expect: '400 badRequest' },
  {
    name: 'a multipart form',
    body: () => '--x\r\n\r\nAVVIST',
    type: 'multipart/form-data; boundary=x',
    expect: '400 badRequest',
  },
  { name: 'a type that begins alike', body: () => command(), type: 'application/json5', expect: '400 badRequest' },
  { name: 'no type', body: () => command(), type: '', expect: '400 badRequest' },
  { name: 'UTF-16', body: () => Buffer.from(command(), 'utf16le'), expect: '400 badRequest' },
  { name: 'bytes that are no UTF-8', body: () => bytes('{"a":"', [0xc3, 0x28], '"}'), expect: '400 badRequest' },
  { name: 'an overlong slash', body: () => bytes('{"a":"', [0xc0, 0xaf], '"}'), expect: '400 badRequest' },
  { name: 'half of a pair in bytes', body: () => bytes('{"a":"', [0xed, 0xa0, 0x80], '"}'), expect: '400 badRequest' },
  { name: 'NaN', body: () => text('NaN'), expect: '400 badRequest' },
  { name: 'Infinity', body: () => text('-Infinity'), expect: '400 badRequest' },
  { name: 'a number of 1,000 digits', body: () => text('9'.repeat(1_000)), expect: '400 badRequest' },
  { name: '1e999', body: () => text('1e999'), expect: '400 badRequest' },
  { name: 'a comment in the JSON', body: () => command().replace('{', '{/* */'), expect: '400 badRequest' },
  { name: 'a comma too many', body: () => command(','), expect: '400 badRequest' },
  {
    name: '__proto__ among the fields',
    body: () => command(',"__proto__":{"role":"facilitator"}'),
    expect: '400 badRequest',
  },
  {
    name: 'constructor among the fields',
    body: () => command(',"constructor":{"prototype":{"a":1}}'),
    expect: '400 badRequest',
  },
  { name: 'the type __proto__', body: () => command().replace('"comment"', '"__proto__"'), expect: '400 badRequest' },
  { name: 'the type toString', body: () => command().replace('"comment"', '"toString"'), expect: '400 badRequest' },
  {
    name: 'a type that is a list',
    body: () => command().replace('"comment"', '["comment"]'),
    expect: '400 badRequest',
  },
  { name: 'a field named twice, bad the second time', body: () => command(',"text":7'), expect: '400 badRequest' },
  { name: 'an author', body: () => command(`,"personId":"${under.nils.personId}"`), expect: '400 badRequest' },
  { name: 'a time of one’s own', body: () => command(',"at":0'), expect: '400 badRequest' },
  { name: 'a text of nothing that can be seen', body: () => text('"\\u200b\\u2060\\ufeff"'), expect: '400 textEmpty' },
  { name: 'a text of control signs', body: () => text('"\\u0000\\u0007\\u001b"'), expect: '400 textEmpty' },
  { name: 'a text of 2,001 signs', body: () => text(`"${'a'.repeat(2_001)}"`), expect: '400 textTooLong' },
  {
    name: 'an id that is a path',
    body: () => command().replace(under.network.first.id, '../x'),
    expect: '400 badRequest',
  },
  {
    name: 'an id with a NUL',
    body: () => command().replace(under.network.first.id, 'x\\u0000'),
    expect: '400 badRequest',
  },
  {
    name: 'an id of 65 signs',
    body: () => command().replace(under.network.first.id, 'x'.repeat(65)),
    expect: '400 badRequest',
  },
  {
    name: 'an id in letters that look alike',
    body: () => command().replace(under.network.first.id, 'аbс'),
    expect: '400 badRequest',
  },
  {
    name: 'a command id that is none',
    body: () => command().replace(/"id":"[^"]+"/, '"id":"1"'),
    expect: '400 badRequest',
  },
  { name: 'half a megabyte and more', body: () => text(`"${'a'.repeat(600_000)}"`), expect: '413 tooLarge' },
  { name: 'a name of blanks', path: self, body: () => '{"name":" \\u00a0\\u2003\\n"}', expect: '400 nameEmpty' },
  {
    name: 'a name of nothing that can be seen',
    path: self,
    body: () => '{"name":"\\u200b\\u2060\\u00ad"}',
    expect: '400 nameEmpty',
  },
  { name: 'a name of control signs', path: self, body: () => '{"name":"\\u0000\\u0008"}', expect: '400 nameEmpty' },
  { name: 'a name of 61 signs', path: self, body: () => `{"name":"${'a'.repeat(61)}"}`, expect: '400 textTooLong' },
  {
    name: 'a name that is a thing',
    path: self,
    body: () => '{"name":{"toString":"AVVIST"}}',
    expect: '400 badRequest',
  },
  { name: 'a language that is none', path: self, body: () => '{"language":"__proto__"}', expect: '400 badRequest' },
  { name: 'a network that is another’s', path: self, body: () => '{"networkId":"x"}', expect: '403 notAllowed' },
]

const team = () => `/api/teams/${under.network.first.id}`
const versions = () => `${team()}/versions`
const purge = () => `${team()}/purge`
const item = (kind: string, id: string) => JSON.stringify({ item: { kind, id } })

/** What is sent to other routes, by somebody who may use them. */
const elsewhere: Attack[] = [
  {
    name: 'a version’s name of 121 signs',
    path: versions,
    body: () => `{"name":"${'AVVIST'.repeat(21)}"}`,
    expect: '400 textTooLong',
  },
  {
    name: 'a version’s name of nothing',
    path: versions,
    body: () => '{"name":"\\u202e\\u200b"}',
    expect: '400 nameEmpty',
  },
  {
    name: 'a version’s name that is a list',
    path: versions,
    body: () => '{"name":["AVVIST"]}',
    expect: '400 badRequest',
  },
  {
    name: 'restoring a version of nobody',
    path: () => `${versions()}/999/restore`,
    body: () => '{}',
    expect: '404 notFound',
  },
  {
    name: 'restoring __proto__',
    path: () => `${versions()}/__proto__/restore`,
    body: () => '{}',
    expect: '404 notFound',
  },
  { name: 'removing everything', path: purge, body: () => '{"text":""}', expect: '400 textTooShort' },
  { name: 'removing two signs', path: purge, body: () => '{"text":"er"}', expect: '400 textTooShort' },
  { name: 'removing blanks', path: purge, body: () => '{"text":"   \\u00a0"}', expect: '400 textTooShort' },
  {
    name: 'removing 301 signs',
    path: purge,
    body: () => `{"text":"${'a'.repeat(301)}"}`,
    expect: '400 textTooLong',
  },
  { name: 'removing a pattern', path: purge, body: () => '{"text":{"source":".*"}}', expect: '400 badRequest' },
  {
    name: 'removing a text and a thing',
    path: purge,
    body: () => '{"text":"AVVIST","item":{}}',
    expect: '400 badRequest',
  },
  { name: 'removing a thing of no kind', path: purge, body: () => item('__proto__', 'x'), expect: '400 badRequest' },
  { name: 'removing a team', path: purge, body: () => item('team', 'team'), expect: '400 badRequest' },
  {
    name: 'removing a thing that is not there',
    path: purge,
    body: () => item('goal', 'AVVIST'),
    expect: '404 notFound',
  },
  { name: 'removing the goal __proto__', path: purge, body: () => item('goal', '__proto__'), expect: '404 notFound' },
  {
    name: 'removing an id of 65 signs',
    path: purge,
    body: () => item('goal', 'x'.repeat(65)),
    expect: '400 badRequest',
  },
  {
    name: 'looking for nothing',
    path: () => `${team()}/find`,
    body: () => '{"text":"\\u200b"}',
    expect: '400 textTooShort',
  },
]

test.each(elsewhere)('[AC102] to other routes: $name', async ({ path, body, expect: expected }) => {
  const { token } = under.network.facilitator
  const answer = await under.hall.ask<{ code: string }>('POST', path?.() ?? '', { token, raw: body() as string })
  expect(`${answer.status} ${answer.body.code}`).toBe(expected)
  const { store } = under.hall.parts
  expect(await store.versions(under.network.first.documentId)).toEqual([])
  await under.isWell()
})

describe('[AC102] bodies that are none', () => {
  test.each(attacks)('$name', async ({ path = commands, body, type = 'application/json', expect: expected }) => {
    const before = await written()
    const response = await fetch(under.hall.url + path(), {
      method: path === self ? 'PATCH' : 'POST',
      headers: {
        authorization: `Bearer ${under.mette.token}`,
        ...(type === '' ? {} : { 'content-type': type }),
      },
      body: type === '' ? new Blob([body() as string]) : (body() as string),
    })
    const answer = (await response.json()) as { code: string }
    expect(`${response.status} ${answer.code}`).toBe(expected)
    expect(await written()).toEqual(before)
    expect(Object.keys(Object.prototype)).toEqual([])
    await under.isWell()
  })
})

/** What the attacks would have changed. */
async function written() {
  const { directory } = under.hall.parts
  return [await directory.person(under.mette.personId), await directory.comments(under.network.first.id)]
}

describe('[AC103] names', () => {
  const rename = async (name: string) => {
    const answer = await under.hall.ask<{ name: string }>('PATCH', '/api/session', {
      token: under.mette.token,
      body: { name },
    })
    return answer.body.name
  }

  test.each([
    ['with a NUL and a bell', 'Me\0t\u0007te', 'Mette'],
    ['that turn what follows around', '\u202eetteM\u202c \u2066x\u2069', 'etteM x'],
    ['of two lines', 'Mette\r\nSet-Cookie: a=b', 'Mette Set-Cookie: a=b'],
    ['with an escape for the terminal', '\u001b[31mMette', '[31mMette'],
    ['with half of a pair', 'Mette\ud800', 'Mette\ufffd'],
    ['with signs put together, which stay', '👩\u200d🔬 Mette', '👩\u200d🔬 Mette'],
    ['in letters from right to left, which stay', 'مريم', 'مريم'],
    ['that are HTML, which they may be', '<img src=x>', '<img src=x>'],
  ])('%s', async (_what, typed, shown) => {
    expect(await rename(typed)).toBe(shown)
    const { body } = await under.hall.ask<{ name: string }>('GET', '/api/session', { token: under.mette.token })
    expect(body.name).toBe(shown)
    await under.isWell()
  })
})

test('[AC102] nothing of it is kept, said or written anywhere', async () => {
  await under.holdsNothingOf('AVVIST')
  under.keepsNothingInMemory()
})
