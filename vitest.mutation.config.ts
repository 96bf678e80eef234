import { common } from './vitest.config.ts';

/** The tests of what decides, fast enough to be run for each of a thousand mutants: `npm run test:mutation`. */
export default {
  ...common,
  test: {
    ...common.test,
    // Each mutant would load the modules of each file again.
    isolate: false,
    include: [
      'test/{tokens,request,report,http,data-plane,operations,management-api,management-token}/**/*.test.ts',
      'test/base/{concurrency,cancellation}.test.ts',
    ],
    exclude: [
      // It sets the time zone of the process, which Stryker's threads cannot.
      'test/http/retry-after.test.ts',
      // They play 32,000 waits and thousands of rotations, and nearly every mutant of these would run them.
      'test/data-plane/replicas.test.ts',
      'test/management-token/rotation-histories.test.ts',
      // They take seconds, and test nothing that is mutated.
      'test/http/transport.test.ts',
      'test/management-api/errors.test.ts',
      'test/request/any-inputs.test.ts',
    ],
  },
};
