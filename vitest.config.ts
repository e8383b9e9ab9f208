import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['tests/support/template-database.ts', 'tests/support/name-skips.ts'],
    // An embedded database takes about 0.4 GB, and the machine this must pass on has two cores.
    maxWorkers: 2,
    // Machines that do other things too take several times as long; a test that hangs is told soon enough.
    testTimeout: 90_000,
    hookTimeout: 180_000,
    teardownTimeout: 10_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // No test changes a module for others, and loading them anew for each file took as long as half of the tests.
          isolate: false,
          setupFiles: ['tests/support/properties.ts'],
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/full/**', 'tests/alone/**', 'tests/postgres/**', 'tests/runtime/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['tests/postgres/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'runtime',
          include: ['tests/runtime/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Whole pages are compared: only where they differ is worth reading.
          diff: { expand: false, contextLines: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'full',
          include: ['tests/full/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['tests/alone/**/*.test.ts'],
          hookTimeout: 240_000,
          // What measures speed comes last, when nothing else runs.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
    ],
  },
})
