import { defineConfig } from 'vitest/config'

/**
 * Tests mirror the folders they test. Components run in a small DOM; everything else runs in Node, and
 * test/browser belongs to Playwright.
 */
const folders = 'shared,server,client,contract,sim,setup,vectors,power,attack'

export default defineConfig({
  test: {
    // Two cores: more workers than that only make the timed tests wait for each other.
    maxWorkers: 2,
    testTimeout: 10_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [`test/{${folders}}/**/*.test.ts`],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/client/**/*.test.tsx'],
        },
      },
    ],
  },
})
