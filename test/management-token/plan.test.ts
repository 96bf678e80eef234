import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import {
  findSeries,
  type ManagementRotationFacts,
  planRotation,
  waitBeforeCreating,
} from '../../src/management-token/plan.ts';
import { planRetirement, previewRetirement } from '../../src/management-token/retirement.ts';
import { type ManagementToken, mightBe } from '../../src/management-token/token.ts';
import { twoClocks } from '../../src/tokens/clocks.ts';
import { detectConcurrentRotation } from '../../src/tokens/rotation/concurrent.ts';
import { formatTagged } from '../../src/tokens/tag.ts';

const NOW = Date.UTC(2027, 0, 31);
const DAY = 24 * 3_600_000;
const RUN = { server: 'github.com', repositoryId: '4711', runId: '9', runAttempt: '1' };
const SERIES = { server: 'github.com', repositoryId: '4711', plainDescription: 'series', replaces: 'hand' };

/** A live token of the series that was created so many days ago. */
function member(id: string, daysAgo: number, changes: Partial<ManagementToken> = {}): ManagementToken {
  const tag = {
    ...RUN,
    repository: 'acme/web',
    runId: id.replace(/\D/g, '') || '1',
    kind: 'pending',
  } as const;
  return {
    id,
    description: formatTagged('series', { ...tag, nonce: '0123456789abcdef' }),
    prefix: `M.V1.${id}`,
    accountId: '',
    createdBy: '',
    createdAt: NOW - daysAgo * DAY,
    expiresAt: NOW - daysAgo * DAY + 90 * DAY,
    revokedAt: 'unset',
    ...changes,
  };
}

const byHand = member('hand', 60, { description: 'by hand' });

/** Secrets that were stored so many days ago. */
function storedAgo(...days: readonly number[]) {
  return days.map((ago) => ({ name: 'repo', storedAt: NOW - ago * DAY, clusterAheadMs: 0 }));
}

function retire(
  tokens: readonly ManagementToken[],
  targets: ReturnType<typeof storedAgo>,
  { own, gracePeriodMs = DAY, used = '' }: { own?: string; gracePeriodMs?: number; used?: string } = {},
) {
  const clocks = twoClocks(NOW, NOW);
  const plan = planRetirement(SERIES, {
    tokens,
    targets,
    own,
    gracePeriodMs,
    clocks,
    inUse: ({ id }) => id === used,
  });
  return [plan.due.map(({ id }) => id), plan.left.map(({ token }) => token.id)];
}

describe('planRetirement ends, and leaves for later', () => {
  test('what is older than the newest delivered token, once its grace period is over', () => {
    expect(retire([byHand, member('1', 10), member('2', 5)], storedAgo(5))).toEqual([['1', 'hand'], []]);
    expect(retire([byHand, member('1', 10), member('2', 0.5)], storedAgo(0.5))).toEqual([[], ['1', 'hand']]);
  });

  test('nothing because of a token that is not in every secret', () => {
    expect(retire([member('1', 10), member('2', 5)], storedAgo(4, 6))).toEqual([[], []]);
    expect(retire([member('0', 20), member('1', 10), member('2', 5)], storedAgo(4, 6))).toEqual([['0'], []]);
  });

  test('what was replaced before, and not what only the token of this run replaces', () => {
    const tokens = [member('0', 20), member('1', 10), member('lost', 5), member('own', 0)];
    expect(retire(tokens, storedAgo(9), { own: 'own' })).toEqual([['0'], ['lost', '1']]);
    expect(retire(tokens, storedAgo(9), { own: 'own', gracePeriodMs: 0 })).toEqual([['lost', '1', '0'], []]);
  });

  test('never the token that the step uses', () => {
    const tokens = [byHand, member('1', 10), member('2', 5)];
    expect(retire(tokens, storedAgo(5), { used: '1' })).toEqual([['hand'], ['1']]);
  });

  test('nothing because of an expired token, or one whose date cannot be read', () => {
    expect(retire([member('1', 10), member('2', 5, { expiresAt: NOW })], storedAgo(1))).toEqual([[], []]);
    expect(retire([member('1', 10), member('2', 5, { createdAt: 'unreadable' })], storedAgo(1))).toEqual([
      [],
      [],
    ]);
  });

  test('no token of another series, repository, or kind', () => {
    const foreign = ['other', 'series'].map((plain, index) =>
      member(`${index}`, 20, {
        description: formatTagged(plain, {
          ...RUN,
          repository: 'acme/web',
          repositoryId: index === 0 ? '4711' : '9',
          kind: 'pending',
          nonce: '0123456789abcdef',
        }),
      }),
    );
    expect(retire([...foreign, member('5', 5)], storedAgo(5))).toEqual([[], []]);
  });
});

test('planRetirement never ends the last live token, one that is new enough, or one in use', () => {
  const days = fc.integer({ min: 0, max: 40 });
  const histories = fc.record({
    ages: fc.array(days, { minLength: 1, maxLength: 6 }),
    lifetimes: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 6, maxLength: 6 }),
    stored: fc.array(days, { minLength: 1, maxLength: 2 }),
    graceDays: fc.integer({ min: 0, max: 10 }),
    ownIndex: fc.option(fc.nat(5), { nil: undefined }),
    usedIndex: fc.nat(6),
  });
  fc.assert(
    fc.property(histories, ({ ages, lifetimes, stored, graceDays, ownIndex, usedIndex }) => {
      const series = ages.map((age, index) =>
        member(`${index}`, age, { expiresAt: NOW - age * DAY + (lifetimes[index] ?? 1) * DAY }),
      );
      const tokens = [byHand, ...series];
      const own = ownIndex !== undefined && ownIndex < ages.length ? String(ownIndex) : undefined;
      const used = tokens[usedIndex % tokens.length]?.id ?? '';
      const retirement = retire(tokens, storedAgo(...stored), {
        gracePeriodMs: graceDays * DAY,
        used,
        ...(own === undefined ? {} : { own }),
      });
      const [due = []] = retirement;
      expect(due).not.toContain(used);
      if (own !== undefined) expect(due).not.toContain(own);
      const left = tokens.filter(({ id }) => !due.includes(id));
      const successors = left.filter(({ id, expiresAt }) => id === own || Number(expiresAt) > NOW);
      for (const id of due) {
        const ended = tokens.find((token) => token.id === id);
        // A live token that is strictly newer, old enough, and not ended itself.
        expect(
          successors.some(
            ({ createdAt }) =>
              Number(createdAt) > Number(ended?.createdAt) && Number(createdAt) <= NOW - graceDays * DAY,
          ),
        ).toBe(true);
      }
    }),
  );
});

test('mightBe a token that the list shows without a prefix, so no rotation ends it', () => {
  const credential = new Secret('M.V1.abcdefgh');
  expect(mightBe(credential, { prefix: '' })).toBe(true);
  expect(mightBe(credential, { prefix: 'M.V1.abcd' })).toBe(true);
  expect(mightBe(credential, { prefix: 'M.V1.zzzz' })).toBe(false);
});

describe('planRotation', () => {
  const facts = (
    tokens: readonly ManagementToken[],
    changes: Partial<ManagementRotationFacts> = {},
  ): ManagementRotationFacts => ({
    tokens,
    targets: storedAgo(5),
    run: RUN,
    hasEnded: () => true,
    clocks: twoClocks(NOW, NOW),
    ...changes,
  });
  const spec = { plainDescription: 'series', renewBeforeMs: 30 * DAY };

  test.for<[what: string, tokens: ManagementToken[], reason: string]>([
    ['there is no token', [byHand], 'the series has no token yet'],
    ['the newest one is not in every secret', [member('1', 4)], 'was stored before token 1 was created'],
    ['it expires soon', [member('1', 70)], 'expires'],
    [
      'its expiry cannot be read',
      [member('1', 6, { expiresAt: 'unreadable' })],
      'the expiry of token 1 cannot be read',
    ],
    [
      'a newer one was revoked, because a secret might contain it',
      [member('1', 6), member('2', 5.5, { revokedAt: NOW - DAY })],
      'token 2 is revoked, although it is newer',
    ],
    [
      'a newer one has expired',
      [member('1', 6), member('2', 5.5, { expiresAt: NOW - DAY })],
      'token 2 is expired, although it is newer',
    ],
  ])('is due if %s', ([, tokens, reason]) => {
    const plan = planRotation({ ...spec, expiresAt: NOW + 90 * DAY }, facts(tokens));
    expect(plan).toMatchObject({ kind: 'rotate', reasons: [expect.stringContaining(reason)] });
  });

  test('is not due if the newest token is in every secret and lives on', () => {
    const plan = planRotation(spec, facts([member('1', 6)]));
    expect(plan).toMatchObject({ kind: 'not-due', newest: { id: '1' } });
  });

  test('is not due because of an older token that was revoked', () => {
    const tokens = [member('1', 6), member('2', 7, { revokedAt: NOW - DAY })];
    expect(planRotation(spec, facts(tokens))).toMatchObject({ kind: 'not-due', warnings: [] });
  });

  test('warns that a token without expiry is never due, and of a name that is nearly the one of another series', () => {
    const lasting = member('1', 6, { expiresAt: 'unset' });
    expect(planRotation(spec, facts([lasting]))).toMatchObject({
      kind: 'not-due',
      warnings: [expect.stringContaining('never expires')],
    });
    const similar = { ...spec, plainDescription: 'Series', expiresAt: NOW + 90 * DAY };
    expect(planRotation(similar, facts([lasting]))).toMatchObject({
      kind: 'rotate',
      notices: [expect.stringContaining('"Series" has no valid token')],
      warnings: [expect.stringContaining('A series with a similar name exists: "series"')],
    });
  });

  test('is refused if ten tokens are not in every secret', () => {
    const tokens = Array.from({ length: 10 }, (_, index) => member(`${index}`, index / 10));
    const asked = { ...spec, expiresAt: NOW + 90 * DAY };
    expect(planRotation(asked, facts(tokens))).toMatchObject({ code: 'too-many-pending-tokens' });
    expect(planRotation(asked, facts(tokens.slice(1)))).toMatchObject({ kind: 'rotate' });
    expect(planRotation(asked, facts(tokens, { targets: storedAgo(0) }))).toMatchObject({ kind: 'not-due' });
  });

  test('previews what it retires', () => {
    const tokens = [byHand, member('1', 10), member('2', 6)];
    const preview = (renewBeforeMs: number | undefined, gracePeriodMs: number, used = '') => {
      const asked = { plainDescription: 'series', tokenId: 'hand', expiresAt: NOW + 90 * DAY };
      const plan = planRotation(
        renewBeforeMs === undefined ? asked : { ...asked, renewBeforeMs },
        facts(tokens),
      );
      if (plan.kind === 'refused') throw new Error(plan.why);
      const { due, left } = previewRetirement(plan, {
        ...facts(tokens),
        own: undefined,
        gracePeriodMs,
        inUse: ({ id }) => id === used,
      });
      return [due.map(({ id }) => id), left.map(({ token }) => token.id)];
    };
    expect(preview(30 * DAY, DAY)).toEqual([['1', 'hand'], []]);
    expect(preview(undefined, DAY)).toEqual([['1', 'hand'], ['2']]);
    expect(preview(undefined, 0)).toEqual([['1', 'hand', '2'], []]);
    expect(preview(undefined, 0, '2')).toEqual([['1', 'hand'], ['2']]);
  });

  test('inherits the lifetime, or asks for one', () => {
    expect(planRotation(spec, facts([member('1', 70)]))).toMatchObject({ expiresAt: NOW + 90 * DAY });
    expect(planRotation(spec, facts([]))).toMatchObject({ kind: 'refused', code: 'nothing-to-inherit' });
    const short = member('1', 4, { expiresAt: NOW - 4 * DAY + 5 * DAY });
    expect(planRotation(spec, facts([short]))).toMatchObject({ kind: 'refused', code: 'always-due' });
  });

  test('waits for a run that might still deliver its token', () => {
    const tokens = [member('1', 6), member('2', 1)];
    const hasEnded: ManagementRotationFacts['hasEnded'] = ({ id }) => id !== '2';
    expect(planRotation(spec, facts(tokens, { hasEnded }))).toMatchObject({
      kind: 'refused',
      code: 'a-rotation-is-in-progress',
    });
    // A run whose token is delivered can go on as long as it wants.
    expect(planRotation(spec, facts(tokens, { hasEnded, targets: storedAgo(0) }))).toMatchObject({
      kind: 'not-due',
    });
  });

  test('says that the token of a run in progress is not in every secret yet', () => {
    const plan = planRotation(spec, facts([member('1', 6), member('2', 1)], { hasEnded: () => false }));
    expect(plan).toMatchObject({
      why: expect.stringContaining(
        'created token 2 of this series. The token is not in every secret yet, and',
      ),
    });
  });

  test('is refused if `token-id` is not in the list', () => {
    const plan = planRotation({ tokenId: 'gone', expiresAt: NOW + 90 * DAY }, facts([byHand]));
    expect(plan).toEqual({
      kind: 'refused',
      code: 'token-not-found',
      why: 'Token gone is not in the list of management tokens. Set `description` instead.',
    });
  });

  test('names the tokens that were never stored in every secret', () => {
    const tokens = Array.from({ length: 10 }, (_, index) => member(`${index}`, index / 10));
    expect(planRotation({ ...spec, expiresAt: NOW + 90 * DAY }, facts(tokens))).toMatchObject({
      why: expect.stringContaining(
        '10 rotations of this series created tokens that were never stored in every secret: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9. ',
      ),
    });
  });

  test('does not count delivered tokens as pending', () => {
    const tokens = Array.from({ length: 11 }, (_, index) => member(`${index}`, index / 10));
    const asked = { plainDescription: 'series', expiresAt: NOW + 90 * DAY };
    // Token 9 is the newest of the two delivered tokens.
    expect(planRotation(asked, facts(tokens, { targets: storedAgo(0.85) }))).toMatchObject({
      kind: 'rotate',
    });
  });

  test.for(['unset', 'unreadable'] as const)(
    'treats a series as new if the creation date of its only token is %s',
    (createdAt) => {
      const plan = planRotation(
        { ...spec, expiresAt: NOW + 90 * DAY },
        facts([member('1', 6, { createdAt })]),
      );
      expect(plan).toMatchObject({
        kind: 'rotate',
        reasons: ['the series has no token yet'],
        notices: ['The series "series" has no valid token, so the new token replaces no other token.'],
      });
    },
  );

  test('inherits the lifetime of the token that a person created', () => {
    const seventyDays = { ...byHand, expiresAt: NOW - 60 * DAY + 70 * DAY };
    expect(planRotation({ ...spec, tokenId: 'hand' }, facts([seventyDays]))).toMatchObject({
      kind: 'rotate',
      expiresAt: NOW + 70 * DAY,
    });
  });

  test('gives no notice about a first token if the series replaces a token that a person created', () => {
    expect(planRotation({ ...spec, tokenId: 'hand' }, facts([byHand]))).toMatchObject({
      kind: 'rotate',
      notices: [],
    });
  });
});

test('findSeries takes its name from the token if there is no other', () => {
  expect(findSeries({ tokenId: 'HAND' }, [byHand], RUN)).toMatchObject({
    plainDescription: 'by hand',
    replaces: 'hand',
  });
  for (const spec of [{ tokenId: 'gone' }, { tokenId: 'gone', plainDescription: 'x' }]) {
    expect(findSeries(spec, [byHand], RUN), 'a mistyped ID').toMatchObject({ code: 'token-not-found' });
  }
  const nameless = { ...byHand, description: '' };
  expect(findSeries({ tokenId: 'hand' }, [nameless], RUN)).toMatchObject({ code: 'token-cannot-be-rotated' });
  expect(findSeries({ tokenId: 'hand', plainDescription: 'x' }, [nameless], RUN)).toMatchObject({
    plainDescription: 'x',
    replaces: 'hand',
  });
  expect(findSeries({ tokenId: '1', plainDescription: 'x' }, [member('1', 1)], RUN)).toMatchObject({
    code: 'token-cannot-be-rotated',
  });
});

describe('findSeries', () => {
  test('suggests `description` if only an unknown `token-id` is set', () => {
    expect(findSeries({ tokenId: 'gone' }, [byHand], RUN)).toEqual({
      kind: 'refused',
      code: 'token-not-found',
      why: 'Token gone is not in the list of management tokens. Set `description` instead.',
    });
  });

  test('suggests correcting an unknown `token-id` if `description` is also set', () => {
    expect(findSeries({ tokenId: 'gone', plainDescription: 'x' }, [byHand], RUN)).toEqual({
      kind: 'refused',
      code: 'token-not-found',
      why: 'Token gone is not in the list of management tokens. Correct or remove `token-id`.',
    });
  });

  test('asks for `description` if the token has none', () => {
    expect(findSeries({ tokenId: 'hand' }, [{ ...byHand, description: '' }], RUN)).toEqual({
      kind: 'refused',
      code: 'token-cannot-be-rotated',
      why: 'Token hand has no description. Set `description`.',
    });
  });

  test('refuses a spec that names neither a series nor a token', () => {
    expect(findSeries({}, [byHand], RUN)).toMatchObject({ code: 'token-cannot-be-rotated' });
  });

  test('replaces no token if `token-id` is a token of the series itself', () => {
    expect(findSeries({ tokenId: '1', plainDescription: 'series' }, [member('1', 1)], RUN)).toEqual({
      server: 'github.com',
      repositoryId: '4711',
      plainDescription: 'series',
      replaces: undefined,
    });
  });

  test('names the series that a token belongs to if `description` is another series', () => {
    expect(findSeries({ tokenId: '1', plainDescription: 'x' }, [member('1', 1)], RUN)).toEqual({
      kind: 'refused',
      code: 'token-cannot-be-rotated',
      why:
        'Token 1 belongs to another series: "series" of github.com/acme/web. Set `token-id` only to a token that a person ' +
        'created.',
    });
  });

  test('refuses a token of a series with the same name in another repository', () => {
    const elsewhere = { ...RUN, repositoryId: '4712' };
    expect(findSeries({ tokenId: '1' }, [member('1', 1)], elsewhere)).toMatchObject({
      code: 'token-cannot-be-rotated',
    });
  });
});

test('waitBeforeCreating waits for the second after the last write, and never for long', () => {
  const at = (storedAt: number, clusterAheadMs = 0) => [{ name: 'a', storedAt, clusterAheadMs }];
  expect(waitBeforeCreating(at(NOW - 1000), NOW + 300)).toBe(0);
  expect(waitBeforeCreating(at(NOW), NOW + 300)).toBe(700);
  expect(waitBeforeCreating(at(NOW - 60_000, 60_000), NOW + 300)).toBe(700);
  expect(waitBeforeCreating(at(NOW + DAY), NOW)).toBe(5_000);
  expect(waitBeforeCreating(at(NOW, 301_000), NOW)).toBe(0);
  expect(waitBeforeCreating([{ name: 'a', storedAt: 'absent' }], NOW)).toBe(0);
});

test('waitBeforeCreating trusts the date of a secret if the clocks differ by exactly five minutes', () => {
  const targets = [{ name: 'a', storedAt: NOW - 300_000, clusterAheadMs: 300_000 }];
  expect(waitBeforeCreating(targets, NOW + 300)).toBe(700);
});

test('a rotation goes on only if it is alone and its token the newest of the series', () => {
  const known = { series: SERIES, listed: [member('1', 6)] };
  const judge = (...listed: readonly ManagementToken[]) =>
    detectConcurrentRotation(known, 'own', { tokens: listed, clocks: twoClocks(NOW, NOW) });
  const own = member('own', 0);
  expect(judge(byHand, member('1', 6), own)).toBeUndefined();
  expect(judge(member('1', 6), member('3', 7), own)).toMatchObject({ code: 'concurrent-rotation' });
  expect(judge(member('1', 6), member('own', 6))).toMatchObject({ code: 'not-the-newest-token' });
  expect(judge(member('1', 6), member('own', 7))).toMatchObject({ code: 'not-the-newest-token' });
  // The server has changed the description, so no later run would find the token.
  expect(judge(member('1', 6), { ...own, description: 'else' })).toMatchObject({ code: 'token-not-listed' });
});
