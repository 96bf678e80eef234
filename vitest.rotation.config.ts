import { common } from './vitest.config.ts';

/** All interleavings of a rotation and of a quarantine instead of a sample: `npm run test:rotation`. */
export default {
  ...common,
  test: {
    ...common.test,
    include: [
      'test/{rotation,quarantine,model}/**/*.test.ts',
      'test/management-token/rotation-histories.test.ts',
    ],
    env: { ...common.test.env, ROTATION: 'all', SERIES: 'all', QUARANTINE: 'all', PAIRED: 'all' },
    // Each test tries all cases instead of a sample.
    testTimeout: 3_600_000,
  },
};
