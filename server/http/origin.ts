/**
 * Whether a request comes from our own pages. A missing Origin is fine: programs send none, and browsers send
 * it with everything that changes something. Hosts are compared, not schemes: TLS may end in front of us.
 */
export function isOwnOrigin(
  origin: string | null | undefined,
  host: string | null | undefined,
  publicUrl: string,
): boolean {
  if (origin === null || origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  if (from.protocol !== 'http:' && from.protocol !== 'https:') return false
  return from.host === host?.toLowerCase() || from.origin === new URL(publicUrl).origin
}

/** Whether the browser reached us by https, as far as it or the proxy in front says; decides `Secure`. */
export function isSecure(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return origin.startsWith('https:')
  return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
}
