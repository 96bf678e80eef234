import { common } from './vitest.config.ts';

/** The tests of what decides, fast enough to be run for each of a thousand mutants: `npm run test:mutation`. */
export default {
  ...common,
  test: {
    ...common.test,
    include: [
      'test/{tokens,request,report,http,data-plane,operations,management-api,management-token}/**/*.test.ts',
      'test/base/concurrency.test.ts',
    ],
    exclude: [
      // It sets the time zone of the process, which Stryker's threads cannot.
      'test/http/retry-after.test.ts',
      // It plays 32,000 waits, and nearly every mutant of the wait would run it.
      'test/data-plane/replicas.test.ts',
    ],
  },
};
