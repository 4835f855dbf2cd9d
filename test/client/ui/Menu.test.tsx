import { act } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { Menu } from '../../../client/ui/Menu.tsx'
import { click, press, render } from './render.tsx'

const items = (onSelect: (id: string) => void) =>
  ['Åpne', 'Flytt', 'Slett'].map((label) => ({ id: label, label, onSelect: () => onSelect(label) }))
const focused = () => document.activeElement?.textContent

describe('a menu', () => {
  test('opens on its button with the focus on the first choice, and goes round by arrows', async () => {
    const { one, holder } = await render(<Menu label="Valg" items={items(() => undefined)} />)
    expect(holder.querySelector('[role=menu]')).toBeNull()
    await click(one('button'))
    expect(focused()).toBe('Åpne')
    await press(one('[role=menu]'), 'ArrowDown')
    expect(focused()).toBe('Flytt')
    await press(one('[role=menu]'), 'ArrowUp')
    await press(one('[role=menu]'), 'ArrowUp')
    expect(focused()).toBe('Slett')
    await press(one('[role=menu]'), 'Home')
    expect(focused()).toBe('Åpne')
    await press(one('[role=menu]'), 'f')
    expect(focused()).toBe('Flytt')
  })

  test('does what was chosen and gives the focus back', async () => {
    const onSelect = vi.fn<(id: string) => void>()
    const { one, holder } = await render(<Menu label="Valg" items={items(onSelect)} />)
    await press(one('button'), 'ArrowUp')
    expect(focused()).toBe('Slett')
    await click(document.activeElement as HTMLElement)
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('Slett')
    expect(holder.querySelector('[role=menu]')).toBeNull()
    expect(document.activeElement).toBe(one('button'))
  })

  test('closes on Escape and on a press outside, and does nothing', async () => {
    const onSelect = vi.fn<(id: string) => void>()
    const { one, holder } = await render(<Menu label="Valg" items={items(onSelect)} />)
    await click(one('button'))
    await press(one('[role=menu]'), 'Escape')
    expect(holder.querySelector('[role=menu]')).toBeNull()
    expect(document.activeElement).toBe(one('button'))
    await click(one('button'))
    await act(async () => {
      document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    })
    expect(holder.querySelector('[role=menu]')).toBeNull()
    expect(onSelect).not.toHaveBeenCalled()
  })
})
