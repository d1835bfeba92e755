import { defineConfig } from 'vitest/config'

/** What runs without an editor. The suite in `test/vscode` has its own runner. */
export default defineConfig({
  test: {
    include: ['test/{core,features,server,client,sources}/**/*.test.ts', 'test/architecture.test.ts'],
    globalSetup: ['test/support/build.mjs', 'test/support/seed.mjs'],
    setupFiles: ['test/support/properties.ts'],
    // A loaded machine starts processes slowly, and property tests have thousands of runs.
    testTimeout: 120_000,
  },
})
