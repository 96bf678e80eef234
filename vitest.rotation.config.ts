import config from './vitest.config.ts';

/** All interleavings of a rotation and of a quarantine instead of a sample: `npm run test:rotation`. */
export default {
  ...config,
  test: {
    ...config.test,
    include: ['test/{rotation,quarantine,model}/**/*.test.ts'],
    env: { ROTATION: 'all', QUARANTINE: 'all' },
  },
};
