import config from './vitest.config.ts';

/** All interleavings of a rotation instead of a sample: `npm run test:rotation`. */
export default {
  ...config,
  test: {
    ...config.test,
    include: ['test/{rotation,model}/**/*.test.ts'],
    env: { ROTATION: 'all' },
  },
};
