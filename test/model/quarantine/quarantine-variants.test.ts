import { describe, expect, test } from 'vitest';
import { describeCounterexample } from '../explore.ts';
import { exploreSetting } from './checks.ts';
import { RULES } from './rules.ts';
import { SMALLEST } from './setting.ts';
import { VARIANTS } from './variants.ts';

// A model without findings proves little, unless it finds what is wrong with protocols that lack a rule.

/** Only `npm run test:rotation` also shows that nothing else goes wrong in each setting. */
const isAll = process.env['ROTATION'] === 'all';

describe('a quarantine goes wrong that', () => {
  test.each(VARIANTS)('$name', ({ name, violation, ...changes }) => {
    const setting = { ...SMALLEST, ...changes };
    expect(exploreSetting(setting).counterexample?.violation).toMatch(violation);
    if (isAll) expect(exploreSetting({ ...setting, rules: RULES }).counterexample).toBeUndefined();
  });

  test('is described step by step', () => {
    const variant = VARIANTS.find(({ name }) => name === 'restores the description without the permissions');
    if (!variant) throw new Error('There is no such variant.');
    const { counterexample } = exploreSetting({ ...SMALLEST, ...variant });
    expect(counterexample && describeCounterexample(counterexample)).toMatchInlineSnapshot(`
      "  1. cleanup 1: lists the tokens: suspending
        2. cleanup 1: reads the token: suspending
        3. cleanup 1: suspending: PATCH "telegraf in production" untagged [suspending 01-31T12:00 rw:metrics r:logs/a]
        4. cleanup 1: reads the token: suspended
        5. cleanup 2: lists the tokens: suspending
        6. cleanup 2: reads the token: suspending
        7. cleanup 1: suspended: PATCH "telegraf in production" untagged [suspended 01-31T12:00 rw:metrics r:logs/a] with -, only the description
        8. cleanup 1: reads the token: undoing
        9. cleanup 2: suspending: PATCH "telegraf in production" untagged [suspending 01-31T12:00 rw:metrics r:logs/a]
       10. cleanup 2: reads the token: suspended
       11. cleanup 2: suspended: PATCH "telegraf in production" untagged [suspended 01-31T12:00 rw:metrics r:logs/a] with -: is suspended
       12. cleanup 1: undoing: PATCH "telegraf in production" untagged: was undone
        => a restore gives - and not rw:metrics r:logs/a: "telegraf in production" untagged with -"
    `);
  });
});
