import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import {
  beginsWith,
  formatManagementTokens,
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
    [{ seconds: 1_710_273_527, zone: 'UTC' }, 1_710_273_527_000],
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

  test('reads every field of a token', () => {
    const json = JSON.stringify([
      {
        id: 'a',
        description: 'Ingest',
        token_prefix: 'M.V1.abcd',
        account_id: 'account',
        created_by: 'person',
        created_at: { seconds: 1_710_273_527 },
        expires_at: { seconds: 1_710_273_528 },
        revoked_at: { seconds: 1_710_273_529 },
      },
    ]);
    expect(parseManagementTokens(json)).toEqual([
      {
        id: 'a',
        description: 'Ingest',
        prefix: 'M.V1.abcd',
        accountId: 'account',
        createdBy: 'person',
        createdAt: 1_710_273_527_000,
        expiresAt: 1_710_273_528_000,
        revokedAt: 1_710_273_529_000,
      },
    ]);
  });

  test('treats a field that is not text as empty', () => {
    const json = JSON.stringify([
      { id: 'a', description: 5, token_prefix: [], account_id: {}, created_by: true },
    ]);
    expect(parseManagementTokens(json)).toMatchObject([
      { description: '', prefix: '', accountId: '', createdBy: '' },
    ]);
  });

  test('treats a missing description as empty', () => {
    expect(parseManagementTokens('[{"id":"a"}]')).toMatchObject([{ description: '' }]);
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

test('beginsWith rejects a prefix that is the whole secret', () => {
  expect(beginsWith(new Secret('M.V1.abcd'), TOKEN)).toBe(false);
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

describe('selectTokens', () => {
  const tokens: ManagementToken[] = [
    { ...TOKEN, id: 'active', createdAt: NOW - 3000 },
    { ...TOKEN, id: 'expired', createdAt: NOW - 2000, expiresAt: NOW },
    { ...TOKEN, id: 'revoked', createdAt: NOW - 1000, revokedAt: NOW - 1 },
  ];
  const view = { now: NOW, credential: new Secret('M.V1.abcdefgh') };

  test.for(['active', 'expired', 'revoked'] as const)('selects only tokens with the status %s', (status) => {
    const selected = selectTokens(tokens, { status }, view);
    expect(selected.map((token) => [token.id, token.status])).toEqual([[status, status]]);
  });

  test('selects all tokens without a filter, the newest first', () => {
    const selected = selectTokens(tokens, { status: 'all' }, view);
    expect(selected.map(({ id }) => id)).toEqual(['revoked', 'expired', 'active']);
  });

  test('marks the token that the step uses', () => {
    const other = { ...TOKEN, id: 'other', prefix: 'M.V1.zzzz' };
    const selected = selectTokens([TOKEN, other], { status: 'all' }, view);
    expect(selected.map(({ id, inUse }) => [id, inUse])).toEqual([
      ['a', true],
      ['other', false],
    ]);
  });
});

describe('formatManagementTokens', () => {
  test('writes the parts of a tag and the dates', () => {
    const description = 'Ingest [gha:github.com/acme/web#4711 9.1 pending 0123456789abcdef]';
    const token: ManagementToken = {
      id: 'a',
      description,
      prefix: 'M.V1.abcd',
      accountId: 'account',
      createdBy: 'person',
      createdAt: Date.UTC(2026, 11, 1),
      expiresAt: Date.UTC(2027, 1, 1),
      revokedAt: Date.UTC(2026, 11, 24, 18, 30, 15),
    };
    expect(formatManagementTokens([{ ...token, status: 'revoked', inUse: true }])).toBe(
      '[{"id":"a","accountId":"account","tokenPrefix":"M.V1.abcd",' +
        '"description":"Ingest [gha:github.com/acme/web#4711 9.1 pending 0123456789abcdef]","createdBy":"person",' +
        '"createdAt":"2026-12-01T00:00:00Z","expiresAt":"2027-02-01T00:00:00Z","revokedAt":"2026-12-24T18:30:15Z",' +
        '"plainDescription":"Ingest","kind":"pending","server":"github.com","repository":"acme/web","runId":"9",' +
        '"status":"revoked","inUse":true}]',
    );
  });

  test('writes null for a missing tag and for dates that are not set', () => {
    const token: ManagementToken = { ...TOKEN, description: 'by hand', createdAt: 'unset' };
    expect(formatManagementTokens([{ ...token, status: 'active', inUse: false }])).toBe(
      '[{"id":"a","accountId":"","tokenPrefix":"M.V1.abcd","description":"by hand","createdBy":"",' +
        '"createdAt":null,"expiresAt":null,"revokedAt":null,"plainDescription":"by hand","kind":null,"server":null,' +
        '"repository":null,"runId":null,"status":"active","inUse":false}]',
    );
  });

  test('writes `unreadable` for a date that cannot be read', () => {
    const token: ManagementToken = { ...TOKEN, expiresAt: 'unreadable' };
    expect(JSON.parse(formatManagementTokens([{ ...token, status: 'active', inUse: false }]))).toMatchObject([
      { expiresAt: 'unreadable' },
    ]);
  });

  test('writes an empty list without tokens', () => {
    expect(formatManagementTokens([])).toBe('[]');
  });
});
