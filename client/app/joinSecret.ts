import { recall, remember } from '../hooks/deviceStorage.ts'

/*
 * Where a secret waits between the card and the form. `waiting` lives as long as the tab, so that a reload of
 * the form does not lose it. `card` is the team's card that was used on this device: «Bytt person» comes back
 * to the same team by it. Links of facilitators and commenters are personal and are not kept.
 */

/** The secret of the address is taken out of it, so that it is not seen over a shoulder nor kept in history. */
export function takeSecretFromAddress(): string | null {
  const fragment = window.location.hash.slice(1)
  if (!fragment || !['/r', '/start'].includes(window.location.pathname)) return null
  window.history.replaceState(window.history.state, '', window.location.pathname)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

export const waitingSecret = (): string | null => recall('secret', 'tab')
export const keepWaitingSecret = (secret: string | null): void => remember('secret', secret, 'tab')

export const keepCard = (secret: string | null): void => remember('card', secret)

/** Puts the team's card back on the table, for the next person on this device. */
export function bringCardBack(): void {
  keepWaitingSecret(recall('card'))
}
