import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium.js';
import { namePreparedFolder } from './support/prepared-demo.js';

/**
 * Two rows run beside each other, about as long as one another. In this one each file starts a product of its own;
 * in the other, which is the rest, the first share one and take turns.
 */
const BY_THEMSELVES = [
  'city-and-files.e2e.ts',
  'demo-command.e2e.ts',
  'killed-process.e2e.ts',
  'papers-by-role.e2e.ts',
  'supervised-by-role.e2e.ts',
];

/** Needs no demo, so it runs while that is loaded: as long, for what waits for the one waits for the other too. */
const FROM_NOTHING = 'start-command.e2e.ts';

/** Waits for the simulated city for minutes, drawing nothing: it begins first, and the others work beside it. */
const LONGEST = 'simulated-city.e2e.ts';

// The workers, which read this file too, have it from the process that runs them.
namePreparedFolder();

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'demo', testMatch: 'load-demo.setup.ts', teardown: 'forget' },
    { name: 'forget', testMatch: 'forget-demo.teardown.ts' },
    { name: 'from nothing', testMatch: FROM_NOTHING, workers: 1 },
    { name: 'longest', testMatch: LONGEST, workers: 1, dependencies: ['demo'] },
    {
      name: 'shared',
      testMatch: '*.e2e.ts',
      testIgnore: [LONGEST, FROM_NOTHING, ...BY_THEMSELVES],
      workers: 1,
      dependencies: ['demo'],
    },
    { name: 'own', testMatch: BY_THEMSELVES, workers: 1, dependencies: ['demo'] },
  ],
  outputDir: '../../test-results',
  fullyParallel: false,
  // Two that work, and the one that waits.
  workers: 3,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['../../scripts/closing-line-playwright-reporter.mjs']],
  globalSetup: './support/begin-run.ts',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // A click that meets a dialog still on its way is lost where pictures are slow.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // A quarter of the time of a run: TRACE=1 when a failure is not understood from its picture.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      args: CHROMIUM_ARGS,
      ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    },
  },
});
