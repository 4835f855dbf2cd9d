import { expect, test, vi } from 'vitest'
import { runSideBySide } from '../../scripts/steps/run-side-by-side.cjs'

test('steps in lanes all run, also after one has failed, and each is told whole under its heading', async () => {
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const step = (name: string, code: number) => ({
    name,
    args: ['-e', `console.log('${name} one\\n${name} two'); process.exit(${code})`],
  })
  const results = await runSideBySide(process.execPath, [[step('a', 1), step('b', 0)], [step('c', 0)]])
  expect(results).toEqual([
    { name: 'a', passed: false },
    { name: 'b', passed: true },
    { name: 'c', passed: true },
  ])
  for (const name of ['a', 'b', 'c']) expect(said).toContain(`\n── ${name}\n${name} one\n${name} two\n`)
})
