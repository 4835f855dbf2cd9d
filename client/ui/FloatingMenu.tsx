import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Check } from '@phosphor-icons/react/Check'
import type { MenuItem } from './Menu.tsx'
import { useDismiss } from './useDismiss.ts'
import styles from './FloatingMenu.module.css'

type FloatingMenuProps = {
  label: string
  /** what it hangs from: a card, or the button that opened it */
  anchor: HTMLElement
  items: readonly MenuItem[]
  /** `chosen` when an item was taken; otherwise the focus belongs back where it came from */
  onClose: (chosen: boolean) => void
}

/**
 * A menu that a key or a button far from it opens: one for the whole board, where `Menu` would be a thousand.
 * Lies above everything, and on the side where there is room.
 */
export function FloatingMenu({ label, anchor, items, onClose }: FloatingMenuProps) {
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null)
  useDismiss(true, list, (escaped) => onClose(!escaped))

  useLayoutEffect(() => {
    const menu = list.current
    if (!menu) return
    const from = anchor.getBoundingClientRect()
    const { width, height } = menu.getBoundingClientRect()
    const below = Math.min(from.bottom, from.top + 60) + 4
    const room = window.innerHeight - below - 8
    setPlace({
      left: Math.max(8, Math.min(from.right - width, window.innerWidth - width - 8)),
      top: room >= height ? below : Math.max(8, Math.min(from.top - height - 4, window.innerHeight - height - 8)),
    })
  }, [anchor])

  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled])') ?? [])]
  useEffect(() => {
    if (place) stops()[0]?.focus()
  }, [place])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = stops()
    const at = all.findIndex((item) => item === document.activeElement)
    const to = (index: number) => all[(index + all.length) % all.length]?.focus()
    switch (event.key) {
      case 'ArrowDown':
        to(at + 1)
        break
      case 'ArrowUp':
        to(at - 1)
        break
      case 'Home':
        to(0)
        break
      case 'End':
        to(-1)
        break
      case 'Tab':
        onClose(false)
        break
      default:
        // The board's own single keys mean nothing in here.
        event.stopPropagation()
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles['menu']}
      style={place ?? { top: 0, left: 0, visibility: 'hidden' }}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          tabIndex={-1}
          className={styles['item']}
          role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={item.checked}
          aria-disabled={item.disabled || undefined}
          onClick={() => {
            if (item.disabled) return
            onClose(true)
            item.onSelect()
          }}
        >
          {item.checked ? <Check size={22} aria-hidden /> : (item.icon ?? <span />)}
          <span>{item.label}</span>
        </button>
      ))}
    </div>
  )
}
