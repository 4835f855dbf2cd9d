import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'
import styles from './Select.module.css'

/** The browser's own list of choices; put it inside a `Field`. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={classNames(styles['select'], className)} />
}
