import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'
import styles from './Button.module.css'

export type ButtonLook = {
  /** main: the one thing to do here · plain · quiet: no border */
  look?: 'main' | 'plain' | 'quiet' | undefined
  big?: boolean | undefined
  wide?: boolean | undefined
  /** a square for an icon alone; needs `aria-label` */
  iconOnly?: boolean | undefined
}

export function buttonClass({ look = 'plain', big, wide, iconOnly }: ButtonLook, className?: string): string {
  return classNames(
    styles['button'],
    styles[look],
    big && styles['big'],
    wide && styles['wide'],
    iconOnly && styles['iconOnly'],
    className,
  )
}

type ButtonProps = ButtonLook & ComponentProps<'button'> & { busy?: boolean | undefined }

/** A `busy` button keeps its place and its focus, and does nothing until the answer is here. */
export function Button({ look, big, wide, iconOnly, busy, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ look, big, wide, iconOnly }, className)}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}
