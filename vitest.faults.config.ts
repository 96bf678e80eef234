import { common } from './vitest.config.ts';

/** Every fault at every request instead of a sample, more of what is made up, and the demo of every example: `npm run test:faults`. */
export default {
  ...common,
  test: {
    ...common.test,
    include: [
      'test/{faults,fuzz}/**/*.test.ts',
      'test/e2e/{hostile-data,kill}.test.ts',
      'test/scripts/demo.test.ts',
    ],
    env: {
      ...common.test.env,
      FAULTS: 'all',
      STAGES: 'all',
      HOSTILE: 'all',
      KILLS: 'all',
      FUZZ_RUNS: '500',
      EXAMPLES: 'all',
    },
    // Each test tries all cases instead of a sample.
    testTimeout: 3_600_000,
  },
};
