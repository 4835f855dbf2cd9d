import { useEffect, type CSSProperties, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Check } from '@phosphor-icons/react/Check'
import { classNames } from './classNames.ts'
import styles from './Menu.module.css'

export type MenuItem = {
  id: string
  label: ReactNode
  icon?: ReactNode
  /** one of several: shown with a tick */
  checked?: boolean
  disabled?: boolean
  onSelect: () => void
}

type MenuListProps = {
  label: string
  items: readonly MenuItem[]
  /** which choice has the focus at first; `checked` is the first where none is; null: not yet */
  start: 'first' | 'last' | 'checked' | null
  onChoose: (item: MenuItem) => void
  onTab: (event: KeyboardEvent) => void
  ref: RefObject<HTMLDivElement | null>
  id?: string
  className: string | undefined
  style?: CSSProperties
}

const stopsIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled])')]

/** The choices of a menu: arrow keys, Home, End, first letters, Enter; 44 px for fingers. */
export function MenuList({ label, items, start, onChoose, onTab, ref, id, className, style }: MenuListProps) {
  useEffect(() => {
    if (!ref.current || start === null) return
    const stops = stopsIn(ref.current)
    const checked = start === 'checked' ? stops.find((stop) => stop.ariaChecked === 'true') : undefined
    const stop = start === 'last' ? stops.at(-1) : (checked ?? stops[0])
    stop?.focus()
  }, [ref, start])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key } = event
    // The single keys of what lies under mean nothing in here.
    event.stopPropagation()
    if (key === 'Tab') return onTab(event)
    const stops = stopsIn(event.currentTarget)
    const at = stops.findIndex((stop) => stop === document.activeElement)
    const letter = key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    let to: number
    if (key === 'ArrowDown') to = at + 1
    else if (key === 'ArrowUp') to = at < 0 ? -1 : at - 1
    else if (key === 'Home') to = 0
    else if (key === 'End') to = -1
    else if (letter) to = nextWithLetter(stops, at, key)
    else return
    event.preventDefault()
    stops[(to + stops.length) % stops.length]?.focus()
  }

  // A place for ticks and icons, where any choice has one.
  const marked = items.some(({ icon, checked }) => icon !== undefined || checked !== undefined)
  return (
    <div
      ref={ref}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      id={id}
      className={classNames(styles['menu'], className)}
      style={style}
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
            if (!item.disabled) onChoose(item)
          }}
        >
          {item.checked ? <Check aria-hidden /> : (item.icon ?? (marked && <span />))}
          <span>{item.label}</span>
        </button>
      ))}
    </div>
  )
}

/** The next choice that begins with a letter, else the one where the focus is. */
function nextWithLetter(stops: readonly HTMLElement[], at: number, key: string): number {
  const letter = key.toLocaleLowerCase('nb')
  for (let step = 1; step <= stops.length; step += 1) {
    const next = (at + step + stops.length) % stops.length
    if (stops[next]?.textContent?.trim().toLocaleLowerCase('nb').startsWith(letter)) return next
  }
  return at
}
