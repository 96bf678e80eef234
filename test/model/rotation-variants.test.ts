import { describe, expect, test } from 'vitest';
import { exploreSetting } from './checks.ts';
import { describeCounterexample } from './explore.ts';
import { ALWAYS, runsOf, type Setting } from './setting.ts';
import { VARIANTS } from './variants.ts';

// A model without findings proves little, unless it finds what is wrong with protocols that lack a rule.

const SMALLEST: Omit<Setting, 'protocol'> = {
  start: 'a promoted token',
  secrets: 2,
  laterSteps: false,
  gracePeriodMs: 0,
  quarantineMs: 0,
  restores: 0,
  runs: runsOf(1, ALWAYS),
  faults: 0,
  isGitHubBehind: false,
  hasOtherServer: false,
  dateOffMs: 0,
  runnerOffMs: 0,
};

describe('the model finds the failure of a rotation that', () => {
  test.each(VARIANTS)('$name', ({ name, violation, ...changes }) => {
    const { counterexample } = exploreSetting({ ...SMALLEST, ...changes });
    expect(counterexample?.violation).toMatch(violation);
  });

  test('is described step by step', () => {
    const [variant] = VARIANTS;
    if (!variant) throw new Error('There is no variant.');
    const { counterexample } = exploreSetting({ ...SMALLEST, ...variant });
    expect(counterexample && describeCounterexample(counterexample)).toMatchInlineSnapshot(`
      "  1. run 1: lists the tokens: rotates
        2. run 2: lists the tokens: rotates
        3. run 1: POST 1.1 as pending
        4. run 1: does not look again
        5. run 1: has its token accepted, marks the state "delivering"
        6. run 2: POST 2.1 as pending
        7. run 2: does not look again
        8. run 2: has its token accepted, marks the state "delivering"
        9. run 2: PUT secret 0 = m2.1
       10. run 1: PUT secret 0 = m1.1
       11. run 2: PUT secret 1 = m2.1
       12. run 2: PATCH m2.1 as current
       13. run 2: lists the tokens once more
       14. run 2: DELETE m1.1
        => secret 0 has m1.1, which is revoked"
    `);
  });
});
