import { describe, test } from 'vitest';
import { describeCounterexample } from '../explore.ts';
import { BOUNDED, FULL } from './cases.ts';
import { exploreSetting } from './checks.ts';
import { PRODUCT } from './product.ts';
import { SMALLEST } from './setting.ts';

/** `npm run test:rotation` explores all settings, which takes minutes. */
const isAll = process.env['ROTATION'] === 'all';

describe('by the decisions of the product, a suspended token can be restored', () => {
  test.each(isAll ? [...BOUNDED, ...FULL] : BOUNDED)(
    '%s',
    (_, given) => {
      const { counterexample } = exploreSetting({ ...SMALLEST, ...given, rules: PRODUCT });
      if (counterexample) throw new Error(`A counterexample:\n${describeCounterexample(counterexample)}`);
    },
    3_600_000,
  );
});
