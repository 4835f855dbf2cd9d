/** A display has a cookie of its own, so that opening the projector does not sign the facilitator out. */
export const cookieNames = { person: 'samtavle', display: 'samtavle_display' } as const

/** Where a session token was found. A Bearer token goes before cookies and is never mixed with them. */
export type Credentials = { kind: 'bearer' | 'cookie'; token: string } | { kind: 'none'; token: null }

/** The session token of a request. `asDisplay` says which of the two cookies counts. */
export function readCredentials(args: {
  authorization: string | null | undefined
  cookie: string | null | undefined
  asDisplay: boolean
}): Credentials {
  const bearer = /^bearer\s+(\S+)\s*$/i.exec(args.authorization ?? '')?.[1]
  if (bearer !== undefined) return { kind: 'bearer', token: bearer }
  const name = args.asDisplay ? cookieNames.display : cookieNames.person
  for (const pair of (args.cookie ?? '').split(';')) {
    const [key = '', ...value] = pair.split('=')
    if (key.trim() === name) return { kind: 'cookie', token: value.join('=').trim() }
  }
  return { kind: 'none', token: null }
}

/** A `Set-Cookie` for a session; an empty token takes it away. Scripts can't read it and other sites don't send it. */
export function sessionCookie(
  kind: keyof typeof cookieNames,
  token: string,
  args: { maxAgeMs: number; secure: boolean },
): string {
  const parts = [
    `${cookieNames[kind]}=${token}`,
    'Path=/',
    `Max-Age=${Math.floor(args.maxAgeMs / 1000)}`,
    'HttpOnly',
    'SameSite=Strict',
  ]
  if (args.secure) parts.push('Secure')
  return parts.join('; ')
}
