import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/operations/ledger.ts';
import { hasNoLeftovers, remedy, selectLeftovers } from '../../src/operations/revoking/leftovers.ts';

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

describe('open ends', () => {
  test('are ids where they are known, and nonces where only these are', () => {
    expect(
      selectLeftovers([
        { nonce: 'a', at: AT, fate: 'open' },
        { nonce: 'b', at: AT, id: 'id-b', fate: 'open' },
      ]),
    ).toEqual({ ids: ['id-b'], nonces: ['a'], lastPostAt: AT });
  });

  test('are never what was kept or resolved', () => {
    expect(
      selectLeftovers([
        { nonce: 'a', at: AT, id: 'id-a', fate: 'kept' },
        { nonce: 'b', at: AT, id: 'id-b', fate: 'resolved' },
        { nonce: 'c', at: AT, fate: 'resolved' },
      ]),
    ).toEqual({ ids: [], nonces: [], lastPostAt: 0 });
  });

  test('are every open attempt exactly once, by one name or the other', () => {
    fc.assert(
      fc.property(fc.array(attempt), (attempts) => {
        const { ids, nonces } = selectLeftovers(attempts);
        const open = attempts.filter(({ fate }) => fate === 'open');
        expect([...ids, ...nonces].sort()).toEqual(open.map(({ id, nonce }) => id ?? nonce).sort());
      }),
    );
  });
});

describe('there is nothing to do', () => {
  test('without open ends, and only then', () => {
    expect(hasNoLeftovers({ ids: [], nonces: [], lastPostAt: 0 })).toBe(true);
    expect(hasNoLeftovers({ ids: ['id'], nonces: [], lastPostAt: 0 })).toBe(false);
    expect(hasNoLeftovers({ ids: [], nonces: ['nonce'], lastPostAt: AT })).toBe(false);
  });
});

describe('the remedy', () => {
  test('names every id and every nonce', () => {
    const text = remedy({ ids: ['id-a', 'id-b'], nonces: ['nonce-c'] });
    expect(text).toContain('`influxctl token revoke id-a id-b`');
    expect(text).toContain('nonce-c');
  });

  test('asks for nothing that is not known', () => {
    expect(remedy({ ids: [], nonces: ['nonce-c'] })).not.toContain('influxctl');
    expect(remedy({ ids: ['id-a'], nonces: [] })).not.toContain('description');
  });
});
