import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: '100%', // tests wait for databases and browsers: one core less, as is usual, leaves half of two idle
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'server/**/*.unit.test.ts',
            'tests/**/*.unit.test.ts',
            'web/src/**/*.unit.test.ts',
            'launch/**/*.unit.test.ts',
          ],
          isolate: false,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['server/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.unit.test.ts', '**/*.browser.test.ts', 'tests/house/**'],
          globalSetup: ['tests/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['web/src/**/*.browser.test.ts', 'tests/house/**/*.test.ts'],
          globalSetup: ['tests/database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
