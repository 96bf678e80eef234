import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGlob } from '../../src/tokens/glob.ts';
import {
  formatTokens,
  isWithin,
  type ListedKind,
  type ListedToken,
  listTokens,
  nextToExpireFirst,
  type TokenFilter,
  unreadableExpiries,
} from '../../src/tokens/listing.ts';
import { formatTagged, type Tag } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import { arbitraryPermissions } from './arbitrary-permissions.ts';
import { arbitraryTag } from './arbitrary-tag.ts';

const NOW = Date.UTC(2027, 0, 31, 12);
const DAY = 86_400_000;

const ALL: TokenFilter = { status: 'all', scope: { kind: 'cluster' }, databases: [] };
const TAG: Tag = {
  server: 'github.com',
  repository: 'acme/web',
  repositoryId: '4711',
  runId: '8812345678',
  runAttempt: '1',
  kind: 'kept',
  nonce: '7f3a9c2e5b1d8046',
};

function token(changes: Partial<Token> = {}): Token {
  return {
    id: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
    description: 'nightly',
    permissions: [],
    createdAt: NOW - DAY,
    expiresAt: 'unset',
    revokedAt: 'unset',
    ...changes,
  };
}

function selected(changes: Partial<Token>, filter: Partial<TokenFilter>): boolean {
  return listTokens([token(changes)], { ...ALL, ...filter }, NOW).length === 1;
}

const serverDate = fc.oneof(
  fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY }),
  fc.constantFrom<Token['createdAt'][]>('unset', 'unreadable', NOW, NOW + 1),
);
const description = fc.oneof(
  fc.constantFrom('nightly', 'team/nightly', ''),
  arbitraryTag.map((tag) => formatTagged('nightly', tag)),
  fc
    .constantFrom(
      TAG,
      { ...TAG, repository: 'ACME/other', repositoryId: '1' },
      { ...TAG, server: 'ghe.example.com' },
    )
    .map((tag) => formatTagged('x', tag)),
);
const anyToken: fc.Arbitrary<Token> = fc.record({
  id: fc.uuid(),
  description,
  permissions: arbitraryPermissions,
  createdAt: serverDate,
  expiresAt: serverDate,
  revokedAt: fc.oneof(serverDate, fc.constant<Token['revokedAt']>('unset')),
});
const anyFilter: fc.Arbitrary<TokenFilter> = fc.record(
  {
    status: fc.constantFrom<TokenFilter['status'][]>('active', 'expired', 'revoked', 'all'),
    scope: fc.constantFrom<TokenFilter['scope'][]>(
      { kind: 'cluster' },
      { kind: 'repository', server: 'github.com', repositoryId: '4711' },
      { kind: 'organization', server: 'github.com', owner: 'acme' },
    ),
    databases: fc.subarray(['metrics', 'logs']),
    pattern: fc.constantFrom('*', 'night*', 'x').map(parseGlob),
    expiresWithinMs: fc.integer({ min: 1000, max: 500 * DAY }),
  },
  { requiredKeys: ['status', 'scope', 'databases'] },
);

const NAMES = ['ci-1', 'ci-10', 'CI-1', 'my ci-1', 'deploy/eu/web', 'deploy', 'a*b', 'axb', '[gha:x]'];

describe('a list', () => {
  test.each<[string, Partial<Token>, ListedToken['status']]>([
    ['that never expires', {}, 'active'],
    ['that expires later', { expiresAt: NOW + 1 }, 'active'],
    ['that expires now', { expiresAt: NOW }, 'expired'],
    ['whose expiry cannot be read', { expiresAt: 'unreadable' }, 'active'],
    ['that is revoked', { revokedAt: NOW - 1, expiresAt: NOW + DAY }, 'revoked'],
    ['whose revocation date cannot be read', { revokedAt: 'unreadable' }, 'revoked'],
    ['that is revoked and has expired', { revokedAt: NOW - 1, expiresAt: NOW - DAY }, 'revoked'],
  ])('contains a token %s only under its status', (_, changes, status) => {
    for (const one of ['active', 'expired', 'revoked'] as const) {
      expect(selected(changes, { status: one })).toBe(one === status);
    }
    expect(selected(changes, { status: 'all' })).toBe(true);
  });

  test.each<[boolean, TokenFilter['scope'], Partial<Tag> | undefined]>([
    [true, { kind: 'cluster' }, undefined],
    [false, { kind: 'repository', server: 'github.com', repositoryId: '4711' }, undefined],
    [false, { kind: 'organization', server: 'github.com', owner: 'acme' }, undefined],
    [
      true,
      { kind: 'repository', server: 'github.com', repositoryId: '4711' },
      { repository: 'acme/renamed' },
    ],
    [false, { kind: 'repository', server: 'github.com', repositoryId: '4711' }, { repositoryId: '47110' }],
    [false, { kind: 'repository', server: 'github.com', repositoryId: '4711' }, { repositoryId: '04711' }],
    [
      false,
      { kind: 'repository', server: 'github.com', repositoryId: '4711' },
      { server: 'ghe.example.com' },
    ],
    [
      false,
      { kind: 'repository', server: 'github.com', repositoryId: '4711' },
      { server: 'github.com:8443' },
    ],
    [false, { kind: 'organization', server: 'github.com', owner: 'acme' }, { server: 'ghe.example.com' }],
    [
      true,
      { kind: 'organization', server: 'github.com', owner: 'acme' },
      { repository: 'ACME/other', repositoryId: '1' },
    ],
    [false, { kind: 'organization', server: 'github.com', owner: 'acme' }, { repository: 'acme-corp/web' }],
    [false, { kind: 'organization', server: 'github.com', owner: 'acme' }, { repository: 'web/acme' }],
  ])('is %s for scope %o and tag %o', (within, scope, tag) => {
    expect(isWithin(scope, tag && { ...TAG, ...tag })).toBe(within);
  });

  test.each([
    ['metrics', ['metrics'], true],
    ['metrics', ['logs', 'metrics'], true],
    ['*', ['metrics'], true],
    ['*', ['*'], true],
    ['metrics', ['*'], false],
    ['metrics', ['Metrics'], false],
    ['metrics', ['metric'], false],
    ['metrics', [], true],
  ])('contains a token for %s among those for %o: %s', (resource, databases, found) => {
    expect(selected({ permissions: [{ action: 'read', resource }] }, { databases })).toBe(found);
  });

  test('contains a token that grants this among others', () => {
    const permissions = [
      { action: 'read', resource: 'logs' },
      { action: 'read', resource: 'metrics' },
    ] as const;
    expect(selected({ permissions }, { databases: ['metrics'] })).toBe(true);
    expect(selected({ permissions }, { databases: ['traces'] })).toBe(false);
  });

  test('contains a token without permissions only if it selects no databases', () => {
    expect(selected({ permissions: [] }, { databases: ['*'] })).toBe(false);
    expect(selected({ permissions: [] }, {})).toBe(true);
  });

  test.each<[ListedKind[], boolean, boolean]>([
    [['kept'], true, false],
    [['untagged'], false, true],
    [['kept', 'untagged'], true, true],
    [['job', 'pending', 'current'], false, false],
  ])('of the kinds %j contains a kept token: %s, and an untagged token: %s', (kinds, kept, untagged) => {
    expect(selected({ description: formatTagged('nightly', TAG) }, { kinds })).toBe(kept);
    expect(selected({ description: 'nightly' }, { kinds })).toBe(untagged);
  });

  test('matches the description without its tag', () => {
    const tagged = { description: formatTagged('nightly', TAG) };
    expect(selected(tagged, { pattern: parseGlob('nightly') })).toBe(true);
    for (const pattern of ['*gha*', '*8812345678*'])
      expect(selected(tagged, { pattern: parseGlob(pattern) })).toBe(false);
  });

  test.each<[string, string[]]>([
    ['ci-1', ['ci-1']],
    ['ci-1*', ['ci-1', 'ci-10']],
    ['*ci-1', ['ci-1', 'my ci-1']],
    ['?I-1', ['CI-1']],
    ['deploy*', ['deploy/eu/web', 'deploy']],
    ['deploy/*', ['deploy/eu/web']],
    ['*/web', ['deploy/eu/web']],
    ['a\\*b', ['a*b']],
    ['a*b', ['a*b', 'axb']],
    ['*', NAMES],
  ])('with the pattern %j contains %j, with a tag and without', (pattern, expected) => {
    const filter = { ...ALL, pattern: parseGlob(pattern) };
    for (const describe of [(name: string) => formatTagged(name, TAG), (name: string) => name]) {
      const tokens = NAMES.map((name, age) => token({ description: describe(name), createdAt: NOW - age }));
      expect(listTokens(tokens, filter, NOW).map(({ plainDescription }) => plainDescription)).toEqual(
        expected,
      );
    }
  });

  test.each<[Token['expiresAt'], boolean]>([
    [NOW - 1, false],
    [NOW, false],
    [NOW + 1, true],
    [NOW + DAY, true],
    [NOW + DAY + 1, false],
    ['unset', false],
    ['unreadable', false],
  ])('of tokens that expire within a day contains one that expires at %s: %s', (expiresAt, found) => {
    expect(selected({ expiresAt }, { expiresWithinMs: DAY })).toBe(found);
  });

  test.each<[TokenFilter['status'], boolean]>([
    ['active', false],
    ['expired', false],
    ['revoked', true],
    ['all', true],
  ])(
    'of tokens that expire within a day and have the status %s contains a revoked one: %s',
    (status, found) => {
      expect(selected({ expiresAt: NOW + 1, revokedAt: NOW - 1 }, { status, expiresWithinMs: DAY })).toBe(
        found,
      );
    },
  );

  test('reports tokens that it omits only because their expiry cannot be read', () => {
    const tokens = [
      token({ id: 'a', expiresAt: 'unreadable' }),
      token({ id: 'b', expiresAt: 'unreadable', revokedAt: NOW }),
      token({ id: 'c', expiresAt: NOW + 1 }),
    ];
    const filter: TokenFilter = { ...ALL, status: 'active', expiresWithinMs: DAY };
    expect(unreadableExpiries(tokens, filter, NOW).map(({ id }) => id)).toEqual(['a']);
    expect(unreadableExpiries(tokens, { ...ALL, status: 'active' }, NOW)).toEqual([]);
  });

  test('has the newest first, then by ID, and tokens without a readable date last', () => {
    const tokens = [
      token({ id: 'e', createdAt: 'unreadable' }),
      token({ id: 'c', createdAt: NOW - 2 }),
      token({ id: 'd', createdAt: 'unset' }),
      token({ id: 'b', createdAt: NOW - 1 }),
      token({ id: 'a', createdAt: NOW - 1 }),
    ];
    expect(listTokens(tokens, ALL, NOW).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('is the same for any order of the server', () => {
    const shuffled = fc
      .uniqueArray(anyToken, { selector: ({ id }) => id })
      .chain((tokens) =>
        fc.tuple(
          fc.constant(tokens),
          fc.shuffledSubarray(tokens, { minLength: tokens.length, maxLength: tokens.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, anyFilter, ([tokens, others], filter) => {
        expect(listTokens(others, filter, NOW)).toEqual(listTokens(tokens, filter, NOW));
      }),
    );
  });

  test('never grows with another condition', () => {
    fc.assert(
      fc.property(fc.array(anyToken), anyFilter, (tokens, filter) => {
        const found = listTokens(tokens, filter, NOW).map(({ id }) => id);
        const { pattern: _, expiresWithinMs: __, ...fewer } = filter;
        const wider = listTokens(tokens, { ...fewer, databases: [] }, NOW).map(({ id }) => id);
        const widest = listTokens(tokens, ALL, NOW).map(({ id }) => id);
        expect(wider).toEqual(expect.arrayContaining(found));
        expect(widest).toEqual(expect.arrayContaining(wider));
        expect(widest).toHaveLength(tokens.length);
      }),
    );
  });
});

test('tokens that expire next come first, and tokens without a readable expiry last', () => {
  const tokens = [
    token({ id: 'c' }),
    token({ id: 'd', expiresAt: 'unreadable' }),
    token({ id: 'b', expiresAt: NOW + 2 }),
    token({ id: 'a', expiresAt: NOW - 2 }),
  ];
  expect(tokens.toSorted(nextToExpireFirst).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  const twins = [token({ id: 'f', expiresAt: NOW }), token({ id: 'e', expiresAt: NOW })];
  expect(twins.toSorted(nextToExpireFirst).map(({ id }) => id)).toEqual(['e', 'f']);
});

describe('the JSON of a list', () => {
  test('has the names of the API and the parts of the tag', () => {
    const tagged = token({
      description: formatTagged('nightly', TAG),
      permissions: [{ action: 'read', resource: 'metrics' }],
      expiresAt: NOW + 500,
    });
    expect(JSON.parse(formatTokens(listTokens([tagged], ALL, NOW)))).toEqual([
      {
        id: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
        description: 'nightly [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]',
        permissions: [{ action: 'read', resource: 'metrics' }],
        createdAt: '2027-01-30T12:00:00Z',
        expiresAt: '2027-01-31T12:00:00.500Z',
        revokedAt: null,
        plainDescription: 'nightly',
        kind: 'kept',
        server: 'github.com',
        repository: 'acme/web',
        runId: '8812345678',
        status: 'active',
      },
    ]);
  });

  test('has null for unset dates, and shows unreadable ones', () => {
    const odd = token({ createdAt: 'unset', expiresAt: 'unreadable', revokedAt: 'unreadable' });
    expect(JSON.parse(formatTokens(listTokens([odd], ALL, NOW)))).toMatchObject([
      {
        createdAt: null,
        expiresAt: 'unreadable',
        revokedAt: 'unreadable',
        kind: null,
        server: null,
        repository: null,
        runId: null,
        status: 'revoked',
      },
    ]);
  });
});
