import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseServerDate } from '../../src/tokens/dates.ts';
import type { Token } from '../../src/tokens/token.ts';
import { describeExpiry, deviations, type TokenSpec } from '../../src/tokens/token-spec.ts';
import { arbitraryPermissions } from './arbitrary-permissions.ts';

const NOON = Date.UTC(2027, 0, 31, 12);

const SPEC: TokenSpec = {
  description: 'nightly [gha:github.com/acme/web#4711 8812345678.1 job 7f3a9c2e5b1d8046]',
  permissions: [
    { action: 'read', resource: 'metrics' },
    { action: 'write', resource: 'metrics' },
  ],
  expiresAt: NOON,
};

/** response is a token exactly as requested, by default. */
function response(spec: TokenSpec, changes: Partial<Token> = {}): Token {
  return {
    id: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
    description: spec.description,
    permissions: spec.permissions,
    createdAt: NOON - 86_400_000,
    expiresAt: spec.expiresAt === 'never' ? 'unset' : spec.expiresAt,
    revokedAt: 'unset',
    ...changes,
  };
}

describe('a token as specified', () => {
  test('has no deviations', () => {
    expect(deviations(SPEC, response(SPEC))).toEqual([]);
    expect(deviations({ ...SPEC, expiresAt: 'never' }, response({ ...SPEC, expiresAt: 'never' }))).toEqual(
      [],
    );
  });

  test('can list its permissions in any order and with duplicates', () => {
    const specAndResponse = arbitraryPermissions.chain((permissions) =>
      fc.tuple(
        fc.constant(permissions),
        fc.shuffledSubarray([...permissions, ...permissions]).map((part) => [...part, ...permissions]),
      ),
    );
    fc.assert(
      fc.property(specAndResponse, ([asked, given]) => {
        const spec = { ...SPEC, permissions: asked };
        expect(deviations(spec, response(spec, { permissions: given }))).toEqual([]);
      }),
    );
  });

  test('can have its expiry with another offset', () => {
    const expiresAt = parseServerDate('2027-01-31T14:00:00.000+02:00');
    expect(deviations(SPEC, response(SPEC, { expiresAt }))).toEqual([]);
  });
});

describe('a token deviates from its spec', () => {
  test('if it expires at any other instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: NOON * 2 }), (expiresAt) => {
        fc.pre(expiresAt !== NOON);
        expect(deviations(SPEC, response(SPEC, { expiresAt }))).toHaveLength(1);
      }),
    );
  });

  test.each([
    [
      'the expiry that was asked for is missing',
      SPEC,
      { expiresAt: 'unset' },
      /^never expires \(requested: 2027-/,
    ],
    ['its expiry cannot be read', SPEC, { expiresAt: 'unreadable' }, /^expires at an unreadable date/],
    [
      'it expires although no expiry was requested',
      { ...SPEC, expiresAt: 'never' },
      { expiresAt: NOON },
      /^expires at 2027-01-31T12:00:00Z \(requested: never\)$/,
    ],
    [
      'its expiry cannot be read although no expiry was requested',
      { ...SPEC, expiresAt: 'never' },
      { expiresAt: 'unreadable' },
      /\(requested: never\)$/,
    ],
    [
      'it grants fewer permissions',
      SPEC,
      { permissions: SPEC.permissions.slice(1) },
      /^grants "metrics: write" instead of/,
    ],
    [
      'it grants more permissions',
      SPEC,
      { permissions: [...SPEC.permissions, { action: 'read', resource: '*' }] },
      /^grants .*\*: read/,
    ],
    ['it grants nothing', SPEC, { permissions: [] }, /^grants "none" instead of/],
    [
      'its description was cut',
      SPEC,
      { description: 'nightly' },
      /^has the description "nightly" instead of/,
    ],
    [
      'its description was trimmed',
      { ...SPEC, description: ` ${SPEC.description}` },
      { description: SPEC.description },
      /^has the description/,
    ],
    ['it is already revoked', SPEC, { revokedAt: NOON }, /revoked/],
    ['it might be revoked', SPEC, { revokedAt: 'unreadable' }, /revoked/],
  ] as const satisfies readonly (readonly [string, TokenSpec, Partial<Token>, RegExp])[])(
    'if %s',
    (_, spec, changes, sentence) => {
      expect(deviations(spec, response(spec, changes))).toEqual([expect.stringMatching(sentence)]);
    },
  );

  test('in every field, and all deviations are listed', () => {
    const token = response(SPEC, { expiresAt: 'unset', permissions: [], description: '', revokedAt: NOON });
    expect(deviations(SPEC, token)).toHaveLength(4);
  });
});

describe('an expiry for people', () => {
  test.each([
    [NOON, '2027-01-31T12:00:00Z'],
    ['never', 'never'],
    [NOON + 500, '2027-01-31T12:00:00.500Z'],
    ['unset', 'never'],
    ['unreadable', 'an unreadable date'],
  ] as const)('%s is %s', (expiry, text) => {
    expect(describeExpiry(expiry)).toBe(text);
  });
});
