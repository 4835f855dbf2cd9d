import { act } from 'react'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { CollaborativeText } from '../../../client/ui/CollaborativeText.tsx'
import { nb } from '../../../shared/locale/nb.ts'
import { click, press, render, type } from './render.tsx'

function newText(words: string): Y.Text {
  const text = new Y.Doc().getText('t')
  text.insert(0, words)
  return text
}

describe('a text that several write', () => {
  test('shows the words, and those that come from elsewhere', async () => {
    const text = newText('Hva er viktig')
    const { one } = await render(<CollaborativeText text={text} max={100} label="Mål" />)
    expect(one<HTMLTextAreaElement>('textarea').value).toBe('Hva er viktig')
    await act(async () => text.insert(text.length, ' for deg?'))
    expect(one<HTMLTextAreaElement>('textarea').value).toBe('Hva er viktig for deg?')
  })

  test('writes into the text that is shown, also after another took its place', async () => {
    const [first, second] = [newText('en'), newText('to')]
    const { one, show } = await render(<CollaborativeText text={first} max={100} label="Mål" />)
    await show(<CollaborativeText text={second} max={100} label="Mål" />)
    await type(one('textarea'), 'to mål')
    expect(first.toString()).toBe('en')
    expect(second.toString()).toBe('to mål')
  })

  test('keeps what there was no room for, to be copied', async () => {
    const text = newText('12345')
    const { one, holder } = await render(<CollaborativeText text={text} max={5} label="Mål" />)
    await type(one('textarea'), '12345 og mer')
    expect(text.toString()).toBe('12345')
    const alert = one('[role=alert]')
    expect(alert.textContent).toBe(nb.common.text.full(5))
    const field = one<HTMLTextAreaElement>('textarea')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(field.getAttribute('aria-describedby')).toContain(alert.id)
    expect(one<HTMLTextAreaElement>('textarea[readonly]').value).toBe(' og mer')
    const forget = [...holder.querySelectorAll('button')].find((b) => b.textContent === nb.common.text.forget)
    if (!forget) throw new Error('no way to put it away')
    await click(forget)
    expect(holder.querySelector('[role=alert]')).toBeNull()
    expect(field.getAttribute('aria-invalid')).toBeNull()
  })

  test('warns softly of an identity number and takes the words all the same', async () => {
    const text = newText('')
    const { one } = await render(<CollaborativeText text={text} max={100} label="Mål" />)
    expect(one('[role=status]').textContent).toBe('')
    await type(one('textarea'), 'ring 31129956715')
    expect(one('[role=status]').textContent).toBe(nb.common.text.identityNumber)
    expect(text.toString()).toBe('ring 31129956715')
  })

  test('leaves undo and redo to the board', async () => {
    const onUndo = vi.fn<() => void>()
    const onRedo = vi.fn<() => void>()
    const { one } = await render(
      <CollaborativeText text={newText('a')} max={100} label="Mål" onUndo={onUndo} onRedo={onRedo} />,
    )
    const field = one('textarea')
    await press(field, 'z', { ctrlKey: true })
    await press(field, 'Z', { metaKey: true, shiftKey: true })
    await press(field, 'y', { ctrlKey: true })
    expect(onUndo).toHaveBeenCalledTimes(1)
    expect(onRedo).toHaveBeenCalledTimes(2)
  })

  test('Enter goes on in a title and makes a line in a longer text', async () => {
    const onEnter = vi.fn<() => void>()
    const text = newText('a')
    const { one, show } = await render(<CollaborativeText text={text} max={100} label="Mål" onEnter={onEnter} />)
    await press(one('textarea'), 'Enter')
    expect(onEnter).toHaveBeenCalledTimes(1)
    await show(<CollaborativeText text={text} max={100} label="Mål" onEnter={onEnter} multiline />)
    await press(one('textarea'), 'Enter')
    expect(onEnter).toHaveBeenCalledTimes(1)
  })

  test('has its label and hint read with it', async () => {
    const { one } = await render(
      <CollaborativeText text={newText('')} max={100} label="Hva vil dere?" hint="Slik dere sier det" hideLabel />,
    )
    const field = one('textarea')
    expect(one(`label[for="${field.id}"]`).textContent).toBe('Hva vil dere?')
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Slik dere sier det',
    )
  })
})
