import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import {
  beginsWith,
  type ManagementToken,
  parseManagementTokens,
  selectTokens,
} from '../../src/management-token/token.ts';

const NOW = Date.UTC(2027, 0, 1);

function parseDate(created_at: unknown): unknown {
  return parseManagementTokens(JSON.stringify([{ id: 'a', created_at }]))?.[0]?.createdAt;
}

describe('parseManagementTokens', () => {
  test.for<[value: unknown, date: unknown]>([
    [{ seconds: 1_710_273_527 }, 1_710_273_527_000],
    [{ seconds: 1_710_273_527, nanos: 123_999_999 }, 1_710_273_527_123],
    [{ seconds: '1710273527', nanos: 5 }, 1_710_273_527_000],
    ['2024-03-12T19:58:47Z', 1_710_273_527_000],
    [undefined, 'unset'],
    [null, 'unset'],
    ['', 'unset'],
    [{}, 'unset'],
    [{ seconds: 0 }, 'unset'],
    [{ seconds: -62_135_596_800 }, 'unset'],
    ['1970-01-01T00:00:00Z', 'unset'],
    [{ seconds: 'soon' }, 'unreadable'],
    [{ seconds: 1e15 }, 'unreadable'],
    [1_710_273_527, 'unreadable'],
    ['yesterday', 'unreadable'],
  ])('reads the date %j as %j', ([value, date]) => {
    expect(parseDate(value)).toBe(date);
  });

  test.for([
    '',
    'null',
    '{}',
    '{"tokens":[]}',
    '"[]"',
    '[{}]',
    '[{"id":""}]',
    '[{"id":1}]',
    '[null]',
    '[] []',
  ])('refuses %s, which is no list of tokens', (json) => {
    expect(parseManagementTokens(json)).toBeUndefined();
  });

  test('ignores unknown fields, and what is missing is empty', () => {
    expect(parseManagementTokens('[{"id":"a","description":null,"more":1}]')).toEqual([
      {
        id: 'a',
        description: '',
        prefix: '',
        accountId: '',
        createdBy: '',
        createdAt: 'unset',
        expiresAt: 'unset',
        revokedAt: 'unset',
      },
    ]);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        parseManagementTokens(json);
      }),
    );
  });
});

const TOKEN: ManagementToken = {
  id: 'a',
  description: '',
  prefix: 'M.V1.abcd',
  accountId: '',
  createdBy: '',
  createdAt: NOW - 1000,
  expiresAt: 'unset',
  revokedAt: 'unset',
};

test('an empty prefix begins no token', () => {
  expect(beginsWith(new Secret('M.V1.abcdefgh'), TOKEN)).toBe(true);
  expect(beginsWith(new Secret('M.V1.abxxefgh'), TOKEN)).toBe(false);
  expect(beginsWith(new Secret('M.V1.abcdefgh'), { prefix: '' })).toBe(false);
});

test('selectTokens leaves out what cannot be read or has expired', () => {
  const tokens = [
    { ...TOKEN, id: 'never' },
    { ...TOKEN, id: 'soon', expiresAt: NOW + 1000 },
    { ...TOKEN, id: 'late', expiresAt: NOW + 3000 },
    { ...TOKEN, id: 'unreadable', expiresAt: 'unreadable' as const },
    { ...TOKEN, id: 'over', expiresAt: NOW },
  ];
  const view = { now: NOW, credential: new Secret('x') };
  const select = (expiresWithinMs: number, status: 'all' | 'active') =>
    selectTokens(tokens, { status, expiresWithinMs }, view).map(({ id }) => id);
  expect(select(1000, 'active')).toEqual(['soon']);
  expect(select(3000, 'all')).toEqual(['late', 'soon']);
});
