import type { BrowserContextOptions } from '@playwright/test'

/** The screens that people bring. */
export const devices = {
  laptop: { viewport: { width: 1440, height: 900 } },
  oldLaptop: { viewport: { width: 1366, height: 768 } },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  narrow: { viewport: { width: 320, height: 640 } },
  projector: { viewport: { width: 1920, height: 1080 } },
  oldProjector: { viewport: { width: 1024, height: 768 } },
  standingScreen: { viewport: { width: 1080, height: 1920 } },
} as const satisfies Record<string, BrowserContextOptions>

export type Device = keyof typeof devices

/** The two layouts that the rules of accessibility are run on; the other sizes are looked at. */
export const audited: readonly Device[] = ['laptop', 'phone']

/** Whether pictures are taken on this screen: on the audited ones always, on the others where `SAMTAVLE_TEST_SCREENS` is `all` (`npm run soak`). */
export const isSeen = (device: Device): boolean =>
  process.env['SAMTAVLE_TEST_SCREENS'] === 'all' || audited.includes(device)
