import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import { LocaleContext } from '../../../client/hooks/useMessages.ts'
import { nb } from '../../../shared/locale/nb.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

/** Shows something in Bokmål; `show` again changes it. */
export async function render(content: ReactNode) {
  const holder = document.createElement('div')
  document.body.replaceChildren(holder)
  const root = createRoot(holder)
  const show = async (next: ReactNode) =>
    act(async () => {
      root.render(
        <LocaleContext value={{ language: 'nb', messages: nb, fetchSection: () => null, setLanguage: () => undefined }}>
          {next}
        </LocaleContext>,
      )
    })
  await show(content)
  const one = <T extends Element = HTMLElement>(selector: string): T => {
    const found = holder.querySelector<T>(selector)
    if (!found) throw new Error(`nothing fits ${selector} in ${holder.innerHTML}`)
    return found
  }
  return { holder, show, one, unmount: async () => act(async () => root.unmount()) }
}

export async function press(element: Element, key: string, more: KeyboardEventInit = {}) {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  })
}

export async function click(element: HTMLElement) {
  await act(async () => element.click())
}

/** What a person types: the value and the caret as the browser leaves them, then the input event. */
export async function type(field: HTMLTextAreaElement, value: string, caret = value.length) {
  await act(async () => {
    field.value = value
    field.setSelectionRange(caret, caret)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
