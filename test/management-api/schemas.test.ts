import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseAccessToken,
  parseApiError,
  parseDatabaseNames,
  parseToken,
  parseTokens,
} from '../../src/management-api/schemas.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const ACCESS_TOKEN = `apiv1_${'aB3+/'.repeat(14)}==`;

const SHOWN_TOKEN = {
  id: ID,
  accountId: ID,
  clusterId: ID,
  description: 'nightly',
  permissions: [{ action: 'read', resource: 'metrics' }],
  createdAt: '2027-01-31T12:00:00.123456Z',
  expiresAt: '2027-02-28T12:00:00Z',
};

const TOKEN = {
  id: ID,
  description: 'nightly',
  permissions: [{ action: 'read', resource: 'metrics' }],
  createdAt: Date.UTC(2027, 0, 31, 12) + 123.456,
  expiresAt: Date.UTC(2027, 1, 28, 12),
  revokedAt: 'unset',
};

/** All forms of a date that is not set. */
const UNSET_DATES = [undefined, null, '', '0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z'];

/** Bodies that are never a response of the API, for any request. */
const INVALID_BODIES = [
  '',
  ' ',
  'null',
  'true',
  '42',
  '"text"',
  '<html></html>',
  '{',
  '[',
  '[null]',
  '[[]]',
  '[1]',
  '{"tokens":[]}',
];

describe('a token in a response', () => {
  test('is parsed', () => {
    expect(parseToken(JSON.stringify(SHOWN_TOKEN))).toEqual(TOKEN);
  });

  test('can have more fields, which are dropped, including the secret', () => {
    const body = JSON.stringify({ ...SHOWN_TOKEN, accessToken: ACCESS_TOKEN, color: 'red' });
    expect(parseToken(body)).toEqual(TOKEN);
  });

  test('can have permissions with more fields, which are dropped', () => {
    const permissions = [{ action: 'read', resource: 'metrics', since: 'today' }];
    expect(parseToken(JSON.stringify({ ...SHOWN_TOKEN, permissions }))).toEqual(TOKEN);
  });

  test('needs only an ID', () => {
    expect(parseToken(JSON.stringify({ id: ID }))).toEqual({
      id: ID,
      description: '',
      permissions: [],
      createdAt: 'unset',
      expiresAt: 'unset',
      revokedAt: 'unset',
    });
  });

  test.each(UNSET_DATES)('is not revoked and does not expire if these dates are %s', (date) => {
    const body = JSON.stringify({ ...SHOWN_TOKEN, expiresAt: date, revokedAt: date });
    expect(parseToken(body)).toEqual({ ...TOKEN, expiresAt: 'unset' });
  });

  test('with unreadable dates is still a token', () => {
    const body = JSON.stringify({ ...SHOWN_TOKEN, createdAt: 'yesterday', expiresAt: 5, revokedAt: {} });
    expect(parseToken(body)).toEqual({
      ...TOKEN,
      createdAt: 'unreadable',
      expiresAt: 'unreadable',
      revokedAt: 'unreadable',
    });
  });

  test('can have null as its description and permissions', () => {
    const body = JSON.stringify({ ...SHOWN_TOKEN, description: null, permissions: null });
    expect(parseToken(body)).toEqual({ ...TOKEN, description: '', permissions: [] });
  });

  test.each([
    ...INVALID_BODIES,
    '{}',
    '{"id":null}',
    '{"id":5}',
    '[]',
    JSON.stringify([SHOWN_TOKEN]),
    JSON.stringify({ token: SHOWN_TOKEN }),
  ])('is not %j', (body) => {
    expect(parseToken(body)).toBeUndefined();
  });
});

describe('a list of tokens', () => {
  test('keeps the order of the server', () => {
    const ids = [ID, ID.replace('1', '2'), ID.replace('1', '0')];
    expect(parseTokens(JSON.stringify(ids.map((id) => ({ id }))))?.map(({ id }) => id)).toEqual(ids);
  });

  test('can be empty', () => {
    expect(parseTokens('[]')).toEqual([]);
  });

  test.each(UNSET_DATES)(
    'contains tokens that never expire and are not revoked if these dates are %s',
    (date) => {
      const body = JSON.stringify([{ ...SHOWN_TOKEN, expiresAt: date, revokedAt: date }]);
      expect(parseTokens(body)).toEqual([{ ...TOKEN, expiresAt: 'unset' }]);
    },
  );

  test.each([...INVALID_BODIES, '{}', JSON.stringify(SHOWN_TOKEN), JSON.stringify({ items: [SHOWN_TOKEN] })])(
    'is never empty if it is not a list: %j',
    (body) => {
      expect(parseTokens(body)).toBeUndefined();
    },
  );
});

describe('the secret in a response', () => {
  test('is found', () => {
    expect(parseAccessToken(JSON.stringify({ ...SHOWN_TOKEN, accessToken: ACCESS_TOKEN }))).toBe(
      ACCESS_TOKEN,
    );
  });

  test('is found even if the rest is not a token', () => {
    expect(parseAccessToken(JSON.stringify({ accessToken: ACCESS_TOKEN }))).toBe(ACCESS_TOKEN);
  });

  test.each([
    ['absent', {}],
    ['null', { accessToken: null }],
    ['empty', { accessToken: '' }],
    ['too short', { accessToken: ACCESS_TOKEN.slice(0, 63) }],
    ['hidden', { accessToken: '***' }],
    ['broken by a space', { accessToken: `${ACCESS_TOKEN} ${ACCESS_TOKEN}` }],
    ['broken by a line break', { accessToken: `${ACCESS_TOKEN}\n` }],
    ['not a text', { accessToken: [ACCESS_TOKEN] }],
  ])('is undefined if it is %s', (_, body) => {
    expect(parseAccessToken(JSON.stringify(body))).toBeUndefined();
  });
});

describe('a list of databases', () => {
  test('returns their names', () => {
    const body = JSON.stringify([{ name: 'metrics', maxTables: 500 }, { name: 'logs' }]);
    expect(parseDatabaseNames(body)).toEqual(['metrics', 'logs']);
  });

  test('can be empty', () => {
    expect(parseDatabaseNames('[]')).toEqual([]);
  });

  test.each([...INVALID_BODIES, '{}', '["metrics"]', '[{}]', '[{"name":1}]', '{"databases":[]}'])(
    'is never empty if it is not a list: %j',
    (body) => {
      expect(parseDatabaseNames(body)).toBeUndefined();
    },
  );
});

describe("the API's own error", () => {
  test.each([
    '{"code":404,"message":"no such token"}',
    '{"code":"not found","message":"no such token","x":1}',
  ])('has a code and a message: %s', (body) => {
    expect(parseApiError(body)?.message).toBe('no such token');
  });

  test.each([
    ...INVALID_BODIES,
    '{}',
    '{"message":"x"}',
    '{"code":404}',
    '{"error":"x"}',
    '{"code":404,"message":null}',
  ])('is not %j', (body) => {
    expect(parseApiError(body)).toBeUndefined();
  });
});

describe('any body', () => {
  test('is parsed without an exception', () => {
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(fc.json()).map((items) => `[${items}]`),
    );
    fc.assert(
      fc.property(body, (text) => {
        for (const read of [parseToken, parseTokens, parseAccessToken, parseDatabaseNames, parseApiError]) {
          expect(() => read(text)).not.toThrow();
        }
      }),
    );
  });
});

describe('invalid entries of a list', () => {
  const own = {
    id: '55555555-5555-4555-8555-555555555555',
    description: 'mine',
    permissions: [],
    createdAt: '2026-01-01T00:00:00Z',
  };

  test.for<[string, Record<string, unknown>]>([
    ['a description that is a number', { id: 'x', description: 5 }],
    ['permissions that are text', { id: 'x', permissions: 'all' }],
    ['permissions of another shape', { id: 'x', permissions: [{ action: 'read' }] }],
    ['only an ID', { id: 'x' }],
    ['dates that are numbers', { id: 'x', createdAt: 5, revokedAt: 5 }],
  ])('with %s do not hide the others', ([, odd]) => {
    expect(parseTokens(JSON.stringify([odd, own]))?.map(({ description }) => description)).toEqual([
      '',
      'mine',
    ]);
  });

  test('with one unreadable permission keep the others', () => {
    const permissions = [{ action: 'read', resource: 'metrics' }, { action: 'read' }, null];
    expect(parseTokens(JSON.stringify([{ id: 'x', permissions }]))?.[0]?.permissions).toEqual([
      { action: 'read', resource: 'metrics' },
    ]);
  });

  test.each([{ id: 5 }, { description: 'x' }, 'x', null])(
    'without an ID make the list invalid: %j',
    (odd) => {
      expect(parseTokens(JSON.stringify([odd, own]))).toBeUndefined();
    },
  );

  test.each([
    { description: 7 },
    { permissions: 'all' },
    { permissions: 3 },
    { permissions: [{ action: 1, resource: 'metrics' }] },
    { permissions: [{ action: 'read', resource: 2 }] },
  ])('are not allowed for the requested token itself: %j', (odd) => {
    expect(parseToken(JSON.stringify({ ...own, ...odd }))).toBeUndefined();
  });
});
