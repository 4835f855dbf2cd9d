import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button, type ButtonLook } from './Button.tsx'
import { classNames } from './classNames.ts'
import { MenuList, type MenuItem } from './MenuList.tsx'
import { useDismiss } from './useDismiss.ts'
import styles from './Menu.module.css'

export type { MenuItem } from './MenuList.tsx'

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

/** A button with a list of choices under it. */
export function Menu({ label, face, icon, items, align = 'end', iconOnly, className, ...look }: MenuProps) {
  const [open, setOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [start, setStart] = useState<'checked' | 'last'>('checked')
  const id = useId()

  const dismiss = useCallback((escaped: boolean) => {
    setOpen(false)
    if (escaped) button.current?.focus()
  }, [])
  useDismiss(open, around, dismiss)

  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const show = (from: 'checked' | 'last') => {
    setStart(from)
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
        onClick={() => (open ? setOpen(false) : show('checked'))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          show(event.key === 'ArrowUp' ? 'last' : 'checked')
        }}
      >
        {icon}
        {!iconOnly && (face ?? label)}
      </Button>
      {open && (
        <MenuList
          ref={list}
          id={id}
          label={label}
          items={items}
          start={start}
          className={classNames(styles['hanging'], styles[align])}
          onTab={() => setOpen(false)}
          onChoose={(item) => {
            setOpen(false)
            button.current?.focus()
            item.onSelect()
          }}
        />
      )}
    </div>
  )
}
