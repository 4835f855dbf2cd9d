import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { CheckIcon } from '@phosphor-icons/react/Check'
import { Button, type ButtonLook } from './Button.tsx'
import { useDismiss } from './useDismiss.ts'
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

type MenuProps = ButtonLook & {
  /** what the button says; with `iconOnly` it is read aloud only */
  label: string
  /** what is seen on the button, if that is less than `label`, which must hold the same words */
  face?: ReactNode
  icon?: ReactNode
  items: readonly MenuItem[]
  align?: 'start' | 'end'
  className?: string
}

/** A button with a list of choices: arrow keys, Home, End, first letters, Enter, Escape; 44 px for fingers. */
export function Menu({ label, face, icon, items, align = 'end', iconOnly, className, ...look }: MenuProps) {
  const [open, setOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const start = useRef<'first' | 'last'>('first')
  const id = useId()

  const dismiss = useCallback((escaped: boolean) => {
    setOpen(false)
    if (escaped) button.current?.focus()
  }, [])
  useDismiss(open, around, dismiss)

  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled])') ?? [])]
  const move = (to: (at: number, count: number) => number) => {
    const all = stops()
    const at = all.findIndex((item) => item === document.activeElement)
    if (all.length > 0) all[(to(at, all.length) + all.length) % all.length]?.focus()
  }
  useEffect(() => {
    if (!open) return
    const all = stops()
    const item = start.current === 'last' ? all.at(-1) : (all.find((stop) => stop.ariaChecked === 'true') ?? all[0])
    item?.focus()
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'ArrowDown') move((at) => at + 1)
    else if (key === 'ArrowUp') move((at, count) => (at < 0 ? count - 1 : at - 1))
    else if (key === 'Home') move(() => 0)
    else if (key === 'End') move(() => -1)
    else if (key === 'Tab') return setOpen(false)
    else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = key.toLocaleLowerCase('nb')
      move((at, count) => {
        const all = stops()
        for (let step = 1; step <= count; step += 1) {
          const next = (at + step + count) % count
          if (all[next]?.textContent?.trim().toLocaleLowerCase('nb').startsWith(letter)) return next
        }
        return at
      })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const show = (from: 'first' | 'last') => {
    start.current = from
    setOpen(true)
  }
  return (
    <div className={styles['around']} ref={around}>
      <Button
        {...look}
        iconOnly={iconOnly}
        ref={button}
        {...(className ? { className } : {})}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={iconOnly || face !== undefined ? label : undefined}
        onClick={() => (open ? setOpen(false) : show('first'))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          show(event.key === 'ArrowUp' ? 'last' : 'first')
        }}
      >
        {icon}
        {!iconOnly && (face ?? label)}
      </Button>
      {open && (
        <div
          className={`${styles['list']} ${styles[align]}`}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          id={id}
          ref={list}
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
                setOpen(false)
                button.current?.focus()
                item.onSelect()
              }}
            >
              {item.checked === undefined ? item.icon : item.checked ? <CheckIcon aria-hidden /> : <span />}
              <span>{item.label}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
