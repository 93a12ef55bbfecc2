import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Most files wait for programs they have started: three at a time keep two cores busy.
  test: { include: ['test/**/*.test.ts'], maxWorkers: 3, testTimeout: 120_000, hookTimeout: 120_000 },
})
