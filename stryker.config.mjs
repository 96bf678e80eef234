/** Mutants of the code that makes decisions. A test has to kill each of them: `npm run test:mutation`. test/survivors.md lists the survivors. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: [
    'src/tokens/**/*.ts',
    'src/data-plane/activation.ts',
    'src/http/requests.ts',
    'src/http/retry.ts',
    'src/http/write-result.ts',
    'src/management-api/outcomes.ts',
    'src/base/concurrency.ts',
    'src/operations/ledger.ts',
    'src/management-token/{plan,printed-token,retirement,token}.ts',
  ],
  coverageAnalysis: 'perTest',
  // Each of them needs a run of all tests, which would take hours.
  ignoreStatic: true,
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.stryker/report.json' },
  tempDirName: '.stryker/sandbox',
  // There is no such file: Stryker rewrites the one it finds, with an interface that TypeScript 7 has no longer.
  tsconfigFile: 'none',
};
