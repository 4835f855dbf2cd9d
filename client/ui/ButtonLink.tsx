import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { buttonClass, type ButtonLook } from './Button.tsx'

type ButtonLinkProps = ButtonLook & {
  href: string
  children: ReactNode
  className?: string
  'aria-label'?: string
  title?: string
}

/** Goes somewhere, and looks like a button. */
export function ButtonLink({ look, big, wide, iconOnly, className, href, ...rest }: ButtonLinkProps) {
  return <Link href={href} {...rest} className={buttonClass({ look, big, wide, iconOnly }, className)} />
}
