import { afterAll, describe, expect, test } from 'vitest';
import { describeCounterexample } from '../explore.ts';
import { BOUNDED, FULL, MET } from './cases.ts';
import { exploreSetting } from './checks.ts';
import { RULES } from './rules.ts';
import { LIMITS, SMALLEST } from './setting.ts';

// One token, and every world that is reachable from the first one. The model covers all orders of the steps of all runs, a kill
// at any step, and a limited number of faults and edits. Time passes between the round trips of runs and not within them, because
// a quarantine is longer than any of them. Expired and `job` tokens are not in the model, because they are revoked at once.

/** `npm run test:rotation` explores all settings, which takes minutes. */
const isAll = process.env['ROTATION'] === 'all';

const HOUR_MS = 3_600_000;

const explored: string[] = [];

describe('a suspended token can be restored, and is revoked only after its quarantine', () => {
  test.each(isAll ? [...BOUNDED, ...FULL] : BOUNDED)(
    '%s',
    (name, given) => {
      const begun = performance.now();
      const { states, counterexample } = exploreSetting({ ...SMALLEST, ...given, rules: RULES });
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      explored.push(
        `${states.toLocaleString('en').padStart(10)} states in ${seconds.padStart(5)} s: ${name}`,
      );
      if (counterexample) throw new Error(`A counterexample:\n${describeCounterexample(counterexample)}`);
    },
    HOUR_MS,
  );

  test.each(LIMITS)('except for %s', (limit) => {
    const limits = LIMITS.filter((other) => other !== limit);
    const { counterexample } = exploreSetting({ ...SMALLEST, ...MET[limit], limits, rules: RULES });
    expect(counterexample).toBeDefined();
  });

  afterAll(() => console.log(explored.join('\n')));
});
