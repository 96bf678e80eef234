import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markServerText } from '../../../src/base/text.ts';
import { twoClocks } from '../../../src/tokens/clocks.ts';
import { planRotation, replacedBy, runsToCheck, seriesBefore } from '../../../src/tokens/rotation/plan.ts';
import { rotationUnderWay, tooManyPending } from '../../../src/tokens/rotation/refusals.ts';
import { planRetirement } from '../../../src/tokens/rotation/retirement.ts';
import type { RotationFacts, RotationSpec } from '../../../src/tokens/rotation/spec.ts';
import { formatTagged, parseTagged, type Tag } from '../../../src/tokens/tag.ts';
import type { Token } from '../../../src/tokens/token.ts';
import {
  arbitraryHistory,
  CLOCKS,
  DAY,
  NOW,
  OTHER_SERVER,
  PLAIN,
  REPOSITORY_ID,
  RUN,
  SERIES,
  seriesToken,
  tag,
} from '../series-token.ts';

const HOUR = 3_600_000;
const ORDER: RotationSpec = { plainDescription: PLAIN };
const WEEKLY: RotationSpec = { ...ORDER, renewBeforeMs: 7 * DAY };
const STORED = { name: 'repo = INFLUXDB_TOKEN', storedAt: NOW - HOUR };

function plan(tokens: readonly Token[], order: RotationSpec = ORDER, changes: Partial<RotationFacts> = {}) {
  return planRotation(order, {
    tokens,
    databases: ['metrics'],
    targets: [STORED],
    run: RUN,
    hasEnded: () => true,
    clocks: CLOCKS,
    ...changes,
  });
}

function rotation(...args: Parameters<typeof plan>) {
  const planned = plan(...args);
  if (planned.kind !== 'rotate') throw new Error(JSON.stringify(planned));
  return planned;
}

function refusal(...args: Parameters<typeof plan>): string {
  const planned = plan(...args);
  if (planned.kind !== 'refused') throw new Error(JSON.stringify(planned));
  return `${planned.code}: ${planned.why}`;
}

test('a token that was delivered at the same instant as the current one is not overlooked', () => {
  const twins = [seriesToken('a', 'current'), seriesToken('b', 'pending')];
  for (const tokens of [twins, twins.toReversed()]) {
    expect(rotation(tokens, WEEKLY).reasons).toEqual(['token b was never promoted']);
  }
});

describe('the runs to read', () => {
  const ask = (tokens: readonly Token[], order: RotationSpec = ORDER) =>
    runsToCheck(order, { tokens, run: RUN, clocks: CLOCKS }).map(({ id }) => id);

  test('are those of live, pending tokens of the series', () => {
    const tokens = [
      seriesToken('a', 'current'),
      seriesToken('b', 'pending'),
      seriesToken('c', 'pending', { revokedAt: NOW }),
      seriesToken('d', 'pending', { tag: { repositoryId: '1' } }),
      seriesToken('e', 'job'),
    ];
    expect(ask(tokens)).toEqual(['b']);
    expect(ask(tokens, { plainDescription: 'another line' })).toEqual([]);
  });

  test('are empty if the series is not known', () => {
    expect(ask([seriesToken('b', 'pending')], { tokenId: 'x' })).toEqual([]);
  });
});

describe('the token in use', () => {
  const inUse = (tokens: readonly Token[], order: RotationSpec = ORDER) =>
    seriesBefore(order, { tokens, run: RUN, clocks: CLOCKS }).inUse;

  test('is the newest current token, even if a newer token is pending', () => {
    const tokens = [
      seriesToken('older', 'current', { createdAt: NOW - 2 * DAY }),
      seriesToken('newer', 'current'),
      seriesToken('pending', 'pending', { createdAt: NOW - HOUR }),
    ];
    expect(inUse(tokens)?.id).toBe('newer');
  });

  test('is the token that the rotation adopts if the series has no token', () => {
    const adopted = seriesToken('a', 'untagged');
    expect(inUse([adopted])).toBe(adopted);
  });

  test('is not known if all tokens of the series are pending', () => {
    expect(inUse([seriesToken('a', 'pending')])).toBeUndefined();
  });

  test('is not known if the series has no token and adopts none', () => {
    expect(inUse([])).toBeUndefined();
  });

  test('is not known if the series is not known', () => {
    expect(inUse([seriesToken('a', 'current')], { tokenId: 'x' })).toBeUndefined();
  });
});

describe('the tokens that earlier rotations replaced', () => {
  const replaced = (...tokens: Token[]) =>
    seriesBefore(ORDER, { tokens, run: RUN, clocks: CLOCKS }).replaced.map(({ id }) => id);
  const CURRENT = seriesToken('current', 'current');
  const OLDER = { createdAt: NOW - 3 * DAY };

  test('are the older ones that are still valid, pending ones included, the newest first', () => {
    const oldest = seriesToken('oldest', 'pending', { createdAt: NOW - 4 * DAY });
    const newer = seriesToken('newer', 'pending', { createdAt: NOW - HOUR });
    expect(replaced(oldest, seriesToken('older', 'current', OLDER), CURRENT, newer)).toEqual([
      'older',
      'oldest',
    ]);
  });

  test.each<[string, Partial<Token>]>([
    ['revoked', { revokedAt: NOW - DAY }],
    ['expired', { expiresAt: NOW - DAY }],
    [
      'suspended',
      {
        permissions: [],
        description: `${seriesToken('x', 'current').description} [gha-suspended:2027-01-01T00:00:00Z r:metrics]`,
      },
    ],
  ])('do not contain a token that is %s', (_, changes) => {
    expect(replaced(seriesToken('older', 'current', { ...OLDER, ...changes }), CURRENT)).toEqual([]);
  });

  test('are not known if the series is not known', () => {
    const facts = { tokens: [seriesToken('older', 'current', OLDER), CURRENT], run: RUN, clocks: CLOCKS };
    expect(seriesBefore({ tokenId: 'x' }, facts)).toMatchObject({ inUse: undefined, replaced: [] });
  });
});

describe('a rotation with `renew-before`', () => {
  test('is not due without a reason', () => {
    expect(plan([seriesToken('a', 'current')], WEEKLY)).toMatchObject({
      kind: 'not-due',
      current: { id: 'a' },
    });
  });

  test.each<[string, Token[], Partial<RotationSpec>, Partial<RotationFacts>, RegExp]>([
    [
      'the token expires soon',
      [seriesToken('a', 'current', { expiresAt: NOW + 7 * DAY })],
      {},
      {},
      /a expires/,
    ],
    [
      'its expiry cannot be read',
      [seriesToken('a', 'current', { expiresAt: 'unreadable' })],
      { expiresAt: NOW + 30 * DAY },
      {},
      /the expiry of token a cannot be read/,
    ],
    [
      'a newer token was delivered and not promoted',
      [seriesToken('a', 'current'), seriesToken('b', 'pending', { createdAt: NOW - HOUR })],
      {},
      {},
      /b was never promoted/,
    ],
    [
      'a newer token is revoked',
      [seriesToken('a', 'current'), seriesToken('b', 'current', { createdAt: NOW - HOUR, revokedAt: NOW })],
      {},
      {},
      /^token b is revoked, although it is newer than the token in use$/,
    ],
    [
      'a newer token has expired',
      [seriesToken('a', 'current'), seriesToken('b', 'pending', { createdAt: NOW - HOUR, expiresAt: NOW })],
      {},
      {},
      /^token b is expired, although it is newer than the token in use$/,
    ],
    [
      'other permissions are requested',
      [seriesToken('a', 'current')],
      { permissions: [{ action: 'write', resource: 'metrics' }] },
      {},
      /a grants/,
    ],
    [
      'a target has no secret',
      [seriesToken('a', 'current')],
      {},
      { targets: [STORED, { name: 'x', storedAt: 'absent' }] },
      /^the secret x does not exist yet$/,
    ],
    [
      'a target has a secret that is older than the token',
      [seriesToken('a', 'current')],
      {},
      { targets: [{ name: 'x', storedAt: NOW - DAY - 1000 }] },
      /^the secret x was stored before token a was created$/,
    ],
    [
      'a target has a secret that is older than the token, by clocks that are too far apart',
      [seriesToken('a', 'current')],
      {},
      { targets: [{ name: 'x', storedAt: NOW - DAY - 1000, clusterAheadMs: 600_000 }] },
      /^the secret x was stored before token a was created \(the clocks of GitHub and the cluster differ by 10m\)$/,
    ],
  ])('is due if %s', (_, tokens, order, facts, reason) => {
    const { reasons } = rotation(tokens, { ...WEEKLY, ...order }, facts);
    expect(reasons).toEqual([expect.stringMatching(reason)]);
  });

  test('says which permissions the token grants, and which are requested', () => {
    const order = { ...WEEKLY, permissions: [{ action: 'write', resource: 'logs' }] };
    expect(rotation([seriesToken('a', 'current')], order).reasons).toEqual([
      `token a grants ${markServerText('"metrics: read"')} instead of "logs: write"`,
    ]);
  });

  test.each([
    [300_000, ''],
    [301_000, ' (the clocks of GitHub and the cluster differ by 5m1s)'],
    [-300_000, ''],
    [-301_000, ' (the clocks of GitHub and the cluster differ by 5m1s)'],
  ])('mentions clocks that differ by more than five minutes: %i ms', (clusterAheadMs, hint) => {
    const target = { name: 'x', storedAt: NOW - 2 * DAY, clusterAheadMs };
    expect(rotation([seriesToken('a', 'current')], WEEKLY, { targets: [target] }).reasons).toEqual([
      `the secret x was stored before token a was created${hint}`,
    ]);
  });

  test.each<[string, Token[], Partial<RotationSpec>, Partial<RotationFacts>]>([
    [
      'the token expires a moment later',
      [seriesToken('a', 'current', { expiresAt: NOW + 7 * DAY + 1 })],
      {},
      {},
    ],
    [
      'an older token is revoked',
      [
        seriesToken('a', 'current'),
        seriesToken('b', 'current', { createdAt: NOW - 2 * DAY, revokedAt: NOW }),
      ],
      {},
      {},
    ],
    [
      'an older token was never promoted',
      [seriesToken('a', 'current'), seriesToken('b', 'pending', { createdAt: NOW - 2 * DAY })],
      {},
      {},
    ],
    [
      'the same permissions are requested',
      [seriesToken('a', 'current')],
      {
        permissions: [
          { action: 'read', resource: 'metrics' },
          { action: 'read', resource: 'metrics' },
        ],
      },
      {},
    ],
    [
      'a target got its secret in the same second',
      [seriesToken('a', 'current', { createdAt: NOW - DAY + 900 })],
      {},
      { targets: [{ name: 'x', storedAt: NOW - DAY }] },
    ],
    [
      'a target got its secret after the token, by the clock of the cluster',
      [seriesToken('a', 'current')],
      {},
      { targets: [{ name: 'x', storedAt: NOW - DAY - 30_000, clusterAheadMs: 30_000 }] },
    ],
  ])('is not due if %s', (_, tokens, order, facts) => {
    expect(plan(tokens, { ...WEEKLY, ...order }, facts)).toMatchObject({
      kind: 'not-due',
      current: { id: 'a' },
    });
  });

  test('warns that a token that never expires is never due', () => {
    const tokens = [seriesToken('a', 'current', { expiresAt: 'unset' })];
    expect(plan(tokens, WEEKLY)).toMatchObject({
      kind: 'not-due',
      warnings: [expect.stringContaining('never expires')],
    });
  });

  test('is refused if the lifetime of the token is not longer', () => {
    expect(refusal([seriesToken('a', 'current')], { ...ORDER, renewBeforeMs: 30 * DAY })).toMatch(
      /renew-before.*30d/,
    );
  });
});

describe('a rotation', () => {
  test('without `renew-before` is always due', () => {
    expect(rotation([seriesToken('a', 'current')]).reasons).toEqual([
      '`renew-before` is not set, so every run rotates',
    ]);
  });

  test('without `renew-before` does not depend on an expiry that cannot be read', () => {
    const token = seriesToken('a', 'current', { expiresAt: 'unreadable' });
    expect(rotation([token], { ...ORDER, expiresAt: NOW + 30 * DAY }).reasons).toEqual([
      '`renew-before` is not set, so every run rotates',
    ]);
  });

  test('without `renew-before` does not warn about a token that never expires', () => {
    const token = seriesToken('a', 'current', { expiresAt: 'unset' });
    expect(rotation([token], { ...ORDER, expiresAt: NOW + 30 * DAY }).warnings).toEqual([]);
  });

  test('inherits a lifetime of exactly an hour, at any fraction of a second', () => {
    const hourly = seriesToken('a', 'current', { createdAt: NOW - HOUR / 2, expiresAt: NOW + HOUR / 2 });
    for (const now of [NOW, NOW + 1, NOW + 999]) {
      expect(rotation([hourly], ORDER, { clocks: twoClocks(now, now) }).expiresAt).toBe(NOW + HOUR);
    }
    const shorter = { ...hourly, expiresAt: NOW + HOUR / 2 - 1000 };
    expect(refusal([shorter])).toMatch(/59m59s/);
  });

  test('accepts a typed expiry by the clock that computed it', () => {
    expect(rotation([seriesToken('a', 'current')], { ...ORDER, expiresAt: NOW + HOUR - 300_000 }).kind).toBe(
      'rotate',
    );
  });

  test('inherits permissions and lifetime from the current token', () => {
    const tokens = [
      seriesToken('a', 'current'),
      seriesToken('b', 'pending', { createdAt: NOW - 2 * DAY, permissions: [] }),
    ];
    expect(rotation(tokens)).toMatchObject({
      permissions: [{ action: 'read', resource: 'metrics' }],
      expiresAt: NOW + 30 * DAY,
      series: SERIES,
    });
  });

  test('inherits from the current token, even if another one was delivered later', () => {
    const permissions = [{ action: 'write', resource: 'logs' }] as const;
    const tokens = [
      seriesToken('a', 'current', { permissions }),
      seriesToken('b', 'pending', { createdAt: NOW - HOUR }),
    ];
    expect(rotation(tokens).permissions).toEqual(permissions);
  });

  test('inherits from the newest delivered token if none is current', () => {
    const tokens = [
      seriesToken('a', 'pending', { createdAt: NOW - DAY, expiresAt: NOW + DAY }),
      seriesToken('b', 'pending', { createdAt: NOW - 2 * DAY, permissions: [] }),
    ];
    expect(rotation(tokens)).toMatchObject({ permissions: tokens[0]?.permissions, expiresAt: NOW + 2 * DAY });
  });

  test('uses the inputs instead', () => {
    const order: RotationSpec = { ...ORDER, permissions: [], expiresAt: 'never' };
    expect(rotation([seriesToken('a', 'current')], order)).toMatchObject({
      permissions: [],
      expiresAt: 'never',
    });
  });

  test.each<[string, Partial<Token>, RegExp]>([
    ['grants nothing', { permissions: [] }, /`permissions`/],
    ['never expires', { expiresAt: 'unset' }, /`expires-at`/],
    ['has dates that cannot be read', { createdAt: 'unreadable' }, /`expires-at`/],
    ['lived for minutes', { createdAt: NOW - 1000, expiresAt: NOW + 60_000 }, /1h/],
  ])('inherits nothing from a token that %s', (_, changes, why) => {
    expect(refusal([seriesToken('a', 'current', changes)])).toMatch(why);
  });

  test('is refused only for pending tokens: the run of a current token can be in progress', () => {
    const current = seriesToken('a', 'current', { tag: { runId: '8500' } });
    expect(plan([current], WEEKLY, { hasEnded: () => false }).kind).toBe('not-due');
  });

  test('is refused if an earlier step of this run and attempt has delivered a token', () => {
    const own = seriesToken('b', 'pending', { tag: { runId: RUN.runId, runAttempt: '1' } });
    expect(refusal([seriesToken('a', 'current'), own], WEEKLY, { hasEnded: () => false })).toMatch(
      /in-progress: Another step of this run created token b/,
    );
  });

  test('does not belong to this run if another repository’s run has the same number', () => {
    const other = { ...RUN, repositoryId: REPOSITORY_ID };
    const current = seriesToken('a', 'current', { tag: { runId: RUN.runId, runAttempt: '1' } });
    expect(refusal([current], WEEKLY, { run: other })).toMatch(/already-rotated-in-this-run/);
    expect(plan([seriesToken('a', 'current')], WEEKLY).kind).toBe('not-due');
  });

  test('counts pending tokens, not current ones', () => {
    const pending = Array.from({ length: 9 }, (_, index) =>
      seriesToken(`h${index}`, 'pending', { createdAt: NOW - DAY - index }),
    );
    expect(plan([seriesToken('c', 'current', { createdAt: NOW - 9 * DAY }), ...pending]).kind).toBe('rotate');
  });

  test('warns about a token that it would adopt later', () => {
    expect(plan([seriesToken('a', 'untagged')], WEEKLY)).toMatchObject({
      kind: 'not-due',
      warnings: [
        'The first rotation that is due adopts token a. Until then, a cleanup with `max-age` can revoke this token, because it ' +
          'does not belong to a series yet.',
      ],
    });
    expect(plan([seriesToken('a', 'current')], WEEKLY)).toMatchObject({ warnings: [] });
  });

  test('treats an unreadable expiry as soon', () => {
    expect(
      rotation([seriesToken('a', 'current', { expiresAt: 'unreadable' })], {
        ...WEEKLY,
        expiresAt: NOW + 30 * DAY,
      }).reasons,
    ).toEqual([expect.stringMatching(/^the expiry of token a cannot be read$/)]);
  });

  test('treats a token with an unreadable date as newer than the secrets', () => {
    expect(
      rotation([seriesToken('a', 'current', { createdAt: 'unreadable' })], {
        ...WEEKLY,
        expiresAt: NOW + 30 * DAY,
      }).reasons,
    ).toEqual(['the secret repo = INFLUXDB_TOKEN was stored before token a was created']);
  });

  test.each([
    // [the server's clock minus GitHub's, the date of the secret minus that of the token, whether it was stored since]
    [0, 0, true],
    [0, -1000, false],
    [30_000, -30_000, true],
    [30_000, -32_000, false],
    [-30_000, 30_000, true],
    [-30_000, 28_000, false],
    [600_000, 0, true],
    [600_000, -1000, false],
    [-600_000, 10_000, false],
    [-600_000, 300_000, true],
  ])(
    'corrects GitHub’s date by the difference of the clocks: %i ms, %i ms: stored since: %s',
    (clusterAheadMs, age, since) => {
      const current = seriesToken('a', 'current');
      const target = { name: 'repo = X', storedAt: Number(current.createdAt) + age, clusterAheadMs };
      expect(plan([current], WEEKLY, { targets: [target] }).kind).toBe(since ? 'not-due' : 'rotate');
    },
  );

  test('can create a token that never expires, with any `renew-before`', () => {
    expect(
      rotation([seriesToken('a', 'current', { expiresAt: NOW + DAY })], { ...WEEKLY, expiresAt: 'never' }),
    ).toMatchObject({
      expiresAt: 'never',
    });
  });

  test('is refused while another one might be in progress, including one of this run', () => {
    const tokens = [seriesToken('a', 'current'), seriesToken('b', 'pending', { tag: { runId: '8500' } })];
    expect(plan(tokens, WEEKLY, { hasEnded: ({ tag: { runId } }) => runId !== '8500' })).toEqual(
      rotationUnderWay({ id: 'b', tag: tag('pending', { runId: '8500' }) }, 'still pending'),
    );
  });

  test('is refused a second time in one run and attempt, but not in the next attempt', () => {
    const own = (runAttempt: string) => [
      seriesToken('a', 'current', { tag: { runId: RUN.runId, runAttempt } }),
    ];
    expect(refusal(own('1'), WEEKLY)).toMatch(/already-rotated-in-this-run.*a/);
    expect(plan(own('2'), WEEKLY).kind).toBe('not-due');
  });

  test('is refused if ten tokens were delivered and never promoted', () => {
    const pending = Array.from({ length: 10 }, (_, index) =>
      seriesToken(`h${index}`, 'pending', { createdAt: NOW - DAY - index }),
    );
    expect(plan(pending)).toEqual(tooManyPending(pending, 'promoted'));
    expect(plan(pending.slice(1)).kind).toBe('rotate');
  });
});

describe('the first rotation of a series', () => {
  const FIRST: RotationSpec = {
    ...ORDER,
    permissions: [{ action: 'read', resource: 'metrics' }],
    expiresAt: NOW + DAY,
  };

  test('uses the inputs, and says so', () => {
    expect(rotation([], { ...FIRST, renewBeforeMs: 7_200_000 }).reasons).toEqual([
      'the series has no current token',
    ]);
    expect(rotation([], FIRST)).toMatchObject({
      adopts: undefined,
      members: [],
      notices: [expect.stringContaining(PLAIN)],
    });
  });

  test.each([{ permissions: undefined }, { expiresAt: undefined }])('needs all inputs: %o', (less) => {
    const { permissions, expiresAt, ...rest } = { ...FIRST, ...less };
    const order = { ...rest, ...(permissions ? { permissions } : {}), ...(expiresAt ? { expiresAt } : {}) };
    expect(refusal([], order)).toMatch(/no valid token to inherit from/);
  });

  test('warns about a series with a similar name', () => {
    const alike = {
      ...seriesToken('a', 'current'),
      description: formatTagged('Telegraf  in Production', tag('current')),
    };
    expect(rotation([alike], FIRST).warnings).toEqual([expect.stringContaining('"Telegraf  in Production"')]);
  });

  test('does not warn about names that are not similar', () => {
    const other = {
      ...seriesToken('a', 'current'),
      description: formatTagged('something else', tag('current')),
    };
    expect(rotation([other], FIRST).warnings).toEqual([]);
  });

  test('is the only one that warns about a series with a similar name', () => {
    const alike = {
      ...seriesToken('a', 'current'),
      description: formatTagged('Telegraf in Production', tag('current')),
    };
    expect(rotation([seriesToken('b', 'current'), alike], FIRST).warnings).toEqual([]);
  });

  test('shows the invisible characters in a similar name', () => {
    const alike = {
      ...seriesToken('a', 'current'),
      description: formatTagged('telegraf\u200b in production', tag('current')),
    };
    expect(rotation([alike], FIRST).warnings).toEqual([
      String.raw`A series with a similar name exists: "telegraf\u200b in production". ` +
        'If you meant this series, set `description` to its exact name.',
    ]);
  });

  test('warns about all live series of this repository with a similar name', () => {
    const called = (
      plain: string,
      kind: Tag['kind'],
      changes: Partial<Token> & { tag?: Partial<Tag> } = {},
    ) => ({
      ...seriesToken(plain, kind, changes),
      description: formatTagged(plain, tag(kind, changes.tag)),
    });
    const tokens = [
      called('TELEGRAF in production', 'current'),
      called('telegraf  in production', 'pending'),
      called('telegraf  in production', 'current'),
      called('telegraf in  production', 'current', { revokedAt: NOW }),
      called('telegraf in PRODUCTION', 'kept'),
      called('telegraf IN production', 'current', { tag: { repositoryId: '1' } }),
      called('telegraf IN production', 'current', { tag: { server: OTHER_SERVER } }),
      called('something else', 'current'),
      seriesToken('untagged', 'untagged', { description: 'Telegraf In Production' }),
    ];
    expect(rotation(tokens, FIRST).warnings).toEqual([
      'Series with similar names exist: "TELEGRAF in production", "telegraf  in production". If you meant one of them, set `description` to its exact name.',
    ]);
  });

  test.each(['untagged', 'kept'] as const)('adopts the only %s token with this description', (kind) => {
    const others = [
      seriesToken('j', 'job'),
      { ...seriesToken('o', 'untagged'), description: 'of another name' },
    ];
    const planned = rotation([seriesToken('a', kind), ...others]);
    expect(planned).toMatchObject({ adopts: { id: 'a' }, expiresAt: NOW + 30 * DAY, notices: [] });
    expect(replacedBy(planned).map(({ id }) => id)).toEqual(['a']);
  });

  test('does not adopt one of several without `token-id`', () => {
    const tokens = [seriesToken('a', 'untagged'), seriesToken('b', 'kept')];
    expect(refusal(tokens)).toMatch(
      /^several-tokens-to-choose-from: .* 2 tokens have this description: a, b\..*`token-id`/,
    );
    expect(rotation(tokens, { tokenId: 'b' })).toMatchObject({ adopts: { id: 'b' }, notices: [] });
  });

  test('does not adopt a token that has ended or belongs to a job or another repository', () => {
    const tokens = [
      seriesToken('a', 'untagged', { revokedAt: NOW }),
      seriesToken('b', 'kept', { expiresAt: NOW }),
      seriesToken('c', 'job'),
      seriesToken('d', 'kept', { tag: { repositoryId: '1' } }),
      seriesToken('e', 'current', { tag: { repositoryId: '1' } }),
    ];
    expect(rotation(tokens, FIRST).adopts).toBeUndefined();
    const why = {
      a: 'it is revoked',
      b: 'it is expired',
      c: 'it belongs to a single job',
      d: 'it belongs to github.com/acme/web',
      e: 'it belongs to github.com/acme/web',
    };
    for (const [id, reason] of Object.entries(why)) {
      expect(refusal(tokens, { tokenId: id })).toBe(
        `token-cannot-be-rotated: Token ${id} cannot be rotated, because ${reason}.`,
      );
    }
  });

  test.each(['suspending', 'suspended'])('does not adopt a token that is %s', (state) => {
    const token = seriesToken('a', 'untagged', {
      description: `${PLAIN} [gha-${state}:2027-01-01T00:00:00Z r:metrics]`,
    });
    expect(refusal([token], { tokenId: 'a' })).toBe(
      'token-cannot-be-rotated: Token a cannot be rotated, because it is suspended. Restore its permissions first ' +
        '(`operation: restore`).',
    );
  });

  test('does not adopt a token without a description to name a series', () => {
    const nameless = { ...seriesToken('a', 'untagged'), description: '' };
    expect(refusal([nameless], { tokenId: 'a' })).toMatch(/it has no description, so its series has no name/);
  });
});

describe('a token-id', () => {
  test.each<[string, Token]>([
    ['that is current', seriesToken('a', 'current')],
    ['that was retired', seriesToken('a', 'current', { revokedAt: NOW })],
    ['that has expired', seriesToken('a', 'pending', { expiresAt: NOW })],
  ])('of a token %s selects its series', (_, token) => {
    const tokens = [token, seriesToken('b', 'current', { createdAt: NOW - HOUR })];
    expect(rotation(tokens, { tokenId: 'A' })).toMatchObject({
      series: SERIES,
      adopts: undefined,
      notices: [],
    });
  });

  test('that is no longer listed is refused', () => {
    expect(refusal([], { tokenId: 'a' })).toMatch(/^token-not-found: .*`description` instead/);
  });

  test('with a description that does not match is refused', () => {
    expect(refusal([seriesToken('a', 'current')], { tokenId: 'a', plainDescription: 'x' })).toMatch(
      /^two-names-for-one-series: .*Remove one of the two inputs/,
    );
    expect(plan([seriesToken('a', 'current')], { tokenId: 'a', plainDescription: PLAIN }).kind).toBe(
      'rotate',
    );
  });

  test('of a token outside a series that has members is refused', () => {
    const members = [seriesToken('b', 'current'), seriesToken('c', 'current', { createdAt: NOW - 2 * DAY })];
    expect(refusal([seriesToken('a', 'untagged'), ...members], { tokenId: 'a' })).toMatch(
      /^a-series-with-this-name-exists: .*already contains b, c\. .*`operation: update`/,
    );
  });
});

describe('for any history', () => {
  const order: fc.Arbitrary<RotationSpec> = fc.record(
    {
      plainDescription: fc.constant(PLAIN),
      permissions: fc.constant([{ action: 'read', resource: 'metrics' }]),
      expiresAt: fc.constant(NOW + 30 * DAY),
      renewBeforeMs: fc.constantFrom(HOUR, 7 * DAY),
    },
    { requiredKeys: ['plainDescription'] },
  );

  test('tokens of another server have no effect', () => {
    fc.assert(
      fc.property(arbitraryHistory, order, fc.boolean(), (tokens, asked, ended) => {
        const ofServer = tokens.filter(
          ({ description }) => parseTagged(description)?.tag.server !== OTHER_SERVER,
        );
        const facts = { hasEnded: () => ended };
        const without = (listed: readonly Token[]) => ({ ...plan(listed, asked, facts), listed: undefined });
        expect(without(tokens)).toEqual(without(ofServer));
      }),
    );
  });

  test('two runs over the same list in any order plan the same', () => {
    const shuffled = arbitraryHistory.chain((tokens) =>
      fc.tuple(fc.constant(tokens), fc.shuffledSubarray(tokens, { minLength: tokens.length })),
    );
    fc.assert(
      fc.property(shuffled, order, fc.boolean(), ([tokens, others], asked, ended) => {
        const facts = { hasEnded: () => ended };
        expect(plan(others, asked, facts)).toEqual(plan(tokens, asked, facts));
      }),
    );
  });

  test('one undisturbed run leaves exactly one current token, and no others after the grace period', () => {
    fc.assert(
      fc.property(arbitraryHistory, order, (tokens, asked) => {
        const planned = plan(tokens, asked);
        fc.pre(planned.kind !== 'refused');
        const promoted =
          planned.kind === 'rotate' ? seriesToken('own', 'current', { createdAt: NOW, tag: RUN }) : undefined;
        const adopted = planned.kind === 'rotate' ? planned.adopts : undefined;
        const after = [
          ...tokens.map((token) =>
            token.id === adopted?.id
              ? {
                  ...token,
                  description: formatTagged(PLAIN, tag('current', { runId: '0', runAttempt: '0' })),
                }
              : token,
          ),
          ...(promoted ? [promoted] : []),
        ];
        const { due } = planRetirement(after, SERIES, {
          own: promoted?.id,
          gracePeriodMs: 0,
          quarantineMs: 0,
          clocks: CLOCKS,
        });
        const left = after.filter(({ id }) => !due.some((retired) => retired.id === id));
        const readable = left.filter(({ createdAt }) => typeof createdAt === 'number');
        const current = readable.filter(
          ({ description, revokedAt, expiresAt }) =>
            description.startsWith(`${PLAIN} [gha:github.com/acme/web#4711`) &&
            / (?:current|pending) /.test(description) &&
            revokedAt === 'unset' &&
            !(typeof expiresAt === 'number' && expiresAt <= NOW),
        );
        const newest = Math.max(...current.map(({ createdAt }) => Number(createdAt)));
        if (promoted)
          expect(current.filter(({ createdAt }) => createdAt === newest).map(({ id }) => id)).toContain(
            'own',
          );
        for (const { createdAt } of current) expect(createdAt).toBe(newest);
      }),
    );
  });
});

describe('the grants of the new token', () => {
  const FIRST: RotationSpec = { plainDescription: PLAIN, expiresAt: NOW + DAY };
  const read = (resource: string) => [{ action: 'read', resource }];
  const old = (resource: string) => [seriesToken('a', 'current', { permissions: read(resource) })];

  test('name databases that no longer exist only if they are inherited', () => {
    const databases = ['metrics'];
    expect(rotation(old('gone'), ORDER, { databases }).missingDatabases).toEqual(['gone']);
    expect(rotation(old('metrics'), ORDER, { databases }).missingDatabases).toEqual([]);
    expect(rotation(old('*'), ORDER, { databases }).missingDatabases).toEqual([]);
    const typed = { ...FIRST, permissions: read('gone') };
    expect(rotation(old('gone'), typed, { databases }).missingDatabases).toEqual([]);
  });

  test.each([
    [true, '*', [], true],
    [undefined, '*', [], false],
    [true, '*', ['metrics'], false],
    [true, 'gone', [], false],
  ] as const)(
    'must be probed before the replaced token ends at once (%s, %s, %s: %s)',
    (endsReplacedAtOnce, resource, databases, cannotBeProbed) => {
      const spec = { ...ORDER, ...(endsReplacedAtOnce ? { endsReplacedAtOnce } : {}) };
      expect(rotation(old(resource), spec, { databases }).cannotBeProbed).toBe(cannotBeProbed);
    },
  );
});
