import { expect, test } from 'vitest'
import { notSentLines } from '../../../client/app/notSentLines.ts'
import { nb } from '../../../shared/locale/nb.ts'

const item = (root: string, key: string, added: boolean, ...texts: string[]) => ({ root, key, added, texts })
const lines = (...items: ReturnType<typeof item>[]) => notSentLines(items, nb).map(({ what, text }) => [what, text])

test('[CL22] what was not sent is told in words; what comes with a new thing is not told apart', () => {
  expect(
    lines(
      item('goals', 'h', true, 'Trygg hjemreise', 'Alle får en plan'),
      item('measures', 'h', true),
      item('actors', 'a', true, 'Fastlegen'),
      item('placements', 'municipal|a', true),
    ),
  ).toEqual([
    ['Nytt mål', 'Trygg hjemreise\nAlle får en plan'],
    ['Ny aktør', 'Fastlegen'],
  ])
})

test('[CL22] changes without words, steps and what this version does not know have their line too', () => {
  expect(
    lines(
      item('goals', 'g', false),
      item('measures', 'g', false, 'ventetid'),
      item('steps', 'team|prepare.need', true),
      item('placements', 'municipal|b', false),
      item('budget', 'x', true, '100'),
      item('sentence', '', false, 'Pause'),
    ),
  ).toEqual([
    ['Endret mål', ''],
    ['Endret måling', 'ventetid'],
    ['Endret trinn: «Se behovet for forbedring»', ''],
    ['Endret aktør på kartet', ''],
    ['Noe nytt', '100'],
    ['Setningen til alle teamene', 'Pause'],
  ])
})
