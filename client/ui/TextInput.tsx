import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'
import styles from './TextInput.module.css'

/** A line of text; put it inside a `Field`. */
export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} {...rest} className={classNames(styles['input'], className)} />
}
