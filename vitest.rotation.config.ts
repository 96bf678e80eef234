import { common } from './vitest.config.ts';

/** All interleavings of a rotation and of a quarantine instead of a sample: `npm run test:rotation`. */
export default {
  ...common,
  test: {
    ...common.test,
    include: ['test/{rotation,quarantine,model}/**/*.test.ts'],
    env: { ...common.test.env, ROTATION: 'all', QUARANTINE: 'all' },
    // Each test tries all cases instead of a sample.
    testTimeout: 3_600_000,
  },
};
