import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** `npm test` says where Chromium is; a run by hand finds it in the usual places on Debian. */
const executablePath =
  process.env['CHROMIUM_PATH'] ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((place) => existsSync(place)) ??
  'chromium'

/** No GPU, no sandbox (tests also run as root) and no talk with the outside: the browser sees our server only. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  // Not test-results itself: Playwright empties its folder, and the reports and screenshots stay beside it.
  outputDir: 'test-results/browser',
  // Two cores: while one test waits for its page another one runs.
  workers: 3,
  fullyParallel: true,
  // A shared machine can be too busy for one moment of a real browser; what passes only then is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  reporter: [['line'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args },
    trace: 'on-first-retry',
  },
})
