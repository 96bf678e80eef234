import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../../src/operations/ledger.ts';
import { hasNoLeftovers, selectLeftovers } from '../../../src/operations/revoking/leftovers.ts';

const attempt: fc.Arbitrary<Attempt> = fc.record(
  {
    nonce: fc.stringMatching(/^[0-9a-f]{16}$/),
    id: fc.uuid(),
    at: fc.nat(),
    fate: fc.constantFrom('open', 'resolved', 'kept'),
  },
  { requiredKeys: ['nonce', 'at', 'fate'] },
);

const AT = Date.UTC(2026, 10, 23);

describe('leftover tokens', () => {
  test('have an ID if it is known, and otherwise a nonce', () => {
    expect(
      selectLeftovers([
        { nonce: 'a', at: AT, fate: 'open' },
        { nonce: 'b', at: AT, id: 'id-b', fate: 'open' },
      ]),
    ).toEqual({ ids: ['id-b'], nonces: ['a'], lastPostAt: AT });
  });

  test('do not include kept or resolved attempts', () => {
    expect(
      selectLeftovers([
        { nonce: 'a', at: AT, id: 'id-a', fate: 'kept' },
        { nonce: 'b', at: AT, id: 'id-b', fate: 'resolved' },
        { nonce: 'c', at: AT, fate: 'resolved' },
      ]),
    ).toEqual({ ids: [], nonces: [], lastPostAt: 0 });
  });

  test('name every open attempt exactly once', () => {
    fc.assert(
      fc.property(fc.array(attempt), (attempts) => {
        const { ids, nonces } = selectLeftovers(attempts);
        const open = attempts.filter(({ fate }) => fate === 'open');
        expect([...ids, ...nonces].sort()).toEqual(open.map(({ id, nonce }) => id ?? nonce).sort());
      }),
    );
  });
});

describe('there is nothing to revoke', () => {
  test('if there is neither an ID nor a nonce, and only then', () => {
    expect(hasNoLeftovers({ ids: [], nonces: [], lastPostAt: 0 })).toBe(true);
    expect(hasNoLeftovers({ ids: ['id'], nonces: [], lastPostAt: 0 })).toBe(false);
    expect(hasNoLeftovers({ ids: [], nonces: ['nonce'], lastPostAt: AT })).toBe(false);
  });
});
