import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { clientSources, lazyPagesIn } from '../../../client/build/lazyPages.ts'
import { pages } from '../../../client/build/pages.ts'
import { sectionsShownBy } from './shown-sections.ts'

const sources = clientSources(resolve(import.meta.dirname, '../../..'))
const lazyPages = [...sources].flatMap(([file, source]) => lazyPagesIn(file, source))

test('the pages of the client are found', () => {
  const found = lazyPages.map(({ module }) => module)
  const first = ['client/main.tsx', 'client/app/App.tsx', 'shared/locale/plural.ts']
  const fetched = pages.flatMap(({ modules }) => modules).filter((module) => !first.includes(module))
  expect(found).toEqual(expect.arrayContaining(fetched))
})

test.each(lazyPages.map(({ module, sections }) => [module, sections] as const))(
  'the sections fetched beside %s are those that it shows, and no other [FL2]',
  (module, sections) => {
    expect([...sections].sort()).toEqual(sectionsShownBy(module, sources))
  },
)
