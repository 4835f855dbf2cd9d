import { useLayoutEffect, useRef, useState } from 'react'
import { MenuList, type MenuItem } from './MenuList.tsx'
import { useDismiss } from './useDismiss.ts'
import styles from './Menu.module.css'

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

  return (
    <MenuList
      ref={list}
      label={label}
      items={items}
      start={place && 'first'}
      className={styles['floating']}
      style={place ?? { top: 0, left: 0, visibility: 'hidden' }}
      onTab={(event) => {
        event.preventDefault()
        onClose(false)
      }}
      onChoose={(item) => {
        onClose(true)
        item.onSelect()
      }}
    />
  )
}
