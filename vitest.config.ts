import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Most files wait for programs they have started: two at a time take little more than one.
  test: { include: ['test/**/*.test.ts'], maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000 },
})
