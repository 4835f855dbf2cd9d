import { expect, test } from 'vitest'
import { SaveStatus, type SaveStatusView } from '../../../client/ui/SaveStatus.tsx'
import { render } from './render.tsx'

const status = (change: Partial<SaveStatusView>): SaveStatusView => ({
  kind: 'saved',
  waiting: 0,
  code: null,
  ...change,
})

test('the truth is told in words; single keystrokes are not read aloud', async () => {
  const { one, show } = await render(<SaveStatus status={status({})} />)
  expect(one('[aria-hidden=true]:not(svg)').textContent).toBe('Lagret')
  await show(<SaveStatus status={status({ kind: 'saving', waiting: 1 })} />)
  expect(one('[aria-hidden=true]:not(svg)').textContent).toBe('Lagrer …')
  expect(one('[role=status]').textContent).toBe('Lagret')
  await show(<SaveStatus status={status({ kind: 'offline', waiting: 1 })} />)
  expect(one('[aria-hidden=true]:not(svg)').textContent).toBe('Uten nett, 1 endring venter')
  await show(<SaveStatus status={status({ kind: 'offline', waiting: 6 })} />)
  expect(one('[aria-hidden=true]:not(svg)').textContent).toBe('Uten nett, 6 endringer venter')
  expect(one('[role=status]').textContent).toBe('Uten nett')
  // Back on the net, six changes are not saved yet.
  await show(<SaveStatus status={status({ kind: 'saving', waiting: 6 })} />)
  expect(one('[role=status]').textContent).toBe('Uten nett')
  await show(<SaveStatus status={status({})} />)
  expect(one('[role=status]').textContent).toBe('Lagret')
})

test('nothing is said to be saved before the server has answered', async () => {
  const { one } = await render(<SaveStatus status={status({ kind: 'saving' })} />)
  expect(one('[aria-hidden=true]:not(svg)').textContent).toBe('Lagrer …')
  expect(one('[role=status]').textContent).toBe('')
})

test('someone who only reads is not told that saving fails', async () => {
  const { one, show } = await render(<SaveStatus status={status({ kind: 'readonly' })} />)
  expect(one('[role=status]').textContent).toBe('Du leser')
  await show(<SaveStatus status={status({ kind: 'readonly', code: 'storeFailed' })} />)
  expect(one('[role=status]').textContent).toBe('Lagrer ikke nå')
})

test('boards that rest are told with what waits', async () => {
  const { one } = await render(<SaveStatus status={status({ kind: 'resting', waiting: 2 })} />)
  expect(one('[aria-hidden=true]:not(svg)').textContent).toBe('Tavlene hviler, 2 endringer venter')
  expect(one('[role=status]').textContent).toBe('Tavlene hviler')
})
